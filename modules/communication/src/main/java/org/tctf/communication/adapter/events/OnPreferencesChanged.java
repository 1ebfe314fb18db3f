package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.application.KeepContact;
import org.tctf.kernel.Language;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** A member has other wishes about language and channels. */
@Singleton
public class OnPreferencesChanged implements EventConsumer<OnPreferencesChanged.PreferencesChanged> {

    /**
     * What this service reads of the fact.
     *
     * @param channels the channels that are wanted, by topic
     */
    public record PreferencesChanged(
            String userId, @Nullable String language, Map<String, Set<String>> channels) {}

    private final KeepContact keepContact;

    public OnPreferencesChanged(KeepContact keepContact) {
        this.keepContact = keepContact;
    }

    @Override
    public void on(PreferencesChanged event, Envelope envelope) {
        keepContact.keep(
                event.userId(),
                contact ->
                        contact.prefers(Language.of(event.language()), event.channels(), envelope.aggregateVersion()));
    }
}
