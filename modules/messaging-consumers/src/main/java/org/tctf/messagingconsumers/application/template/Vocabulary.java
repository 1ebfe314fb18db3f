package org.tctf.messagingconsumers.application.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tctf.kernel.Language;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** What a wording may show of its reader. */
public final class Vocabulary {
    /** The way out, which every mail has to show. */
    public static final String UNSUBSCRIBE = "unsubscribeUrl";

    /** Every reader has these; name and attributes one may have or not. */
    public static final Renderer.Always ALWAYS =
            new Renderer.Always(Set.of("email", "language", UNSUBSCRIBE), Set.of(UNSUBSCRIBE));

    private Vocabulary() {}

    public static Map<String, String> of(Subscriber reader, Language spoken, String unsubscribeUrl) {
        Map<String, String> values = new HashMap<>(reader.profile().attributes().values());
        values.put("email", reader.email().value());
        values.put("language", spoken.tag());
        values.put(UNSUBSCRIBE, unsubscribeUrl);
        String name = reader.profile().name();
        if (name != null) {
            values.put("name", name);
        }
        return values;
    }
}
