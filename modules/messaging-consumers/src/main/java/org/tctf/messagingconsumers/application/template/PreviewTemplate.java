package org.tctf.messagingconsumers.application.template;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.tctf.identity.Principal;
import org.tctf.kernel.Language;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.subscriber.Attributes;
import org.tctf.messagingconsumers.domain.template.Template;

/** Shows what a reader would get; the links in it lead nowhere. */
@Singleton
public class PreviewTemplate {
    private final Templates templates;
    private final Renderer renderer;
    private final PublicUrl publicUrl;

    public PreviewTemplate(Templates templates, Renderer renderer, PublicUrl publicUrl) {
        this.templates = templates;
        this.renderer = renderer;
        this.publicUrl = publicUrl;
    }

    /** @param language that it is in: English where there is no such wording */
    public record Preview(Language language, Renderer.Rendered rendered) {}

    /**
     * @param reader a name and attributes to try
     * @throws Problem {@code TEMPLATE_NOT_FOUND}, {@code TEMPLATE_BROKEN}
     */
    public Preview preview(Principal caller, String templateId, Language language, Map<String, String> reader) {
        Staff.require(caller);
        Template template = templates.find(templateId).orElseThrow(() -> ShowTemplate.notFound(templateId));
        Language spoken = template.wordings().spokenTo(language);
        Map<String, String> values = new HashMap<>();
        reader.forEach((name, value) -> {
            if (name.equals("name") || Attributes.isName(name)) {
                values.put(name, value);
            }
        });
        values.put("email", "reader@example.org");
        values.put("language", spoken.tag());
        values.put(
                Vocabulary.UNSUBSCRIBE,
                publicUrl.at("/v1/subscriptions/unsubscribe").toString());
        try {
            return new Preview(spoken, renderer.render(template.wordings().in(language), values));
        } catch (Renderer.NotRendered broken) {
            throw Problem.of(
                    Problem.Kind.UNPROCESSABLE,
                    "TEMPLATE_BROKEN",
                    "This reader would get a broken mail: %s.".formatted(broken.getMessage()));
        }
    }
}
