package org.tctf.messagingconsumers.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.Language;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.messagingconsumers.application.subscriber.LearnLanguage;

/** A member wants to be written to in another language. */
@Singleton
public class OnPreferencesChanged implements EventConsumer<OnPreferencesChanged.PreferencesChanged> {

    /** What this service reads of the fact. */
    public record PreferencesChanged(String userId, String language) {}

    private final LearnLanguage learnLanguage;

    public OnPreferencesChanged(LearnLanguage learnLanguage) {
        this.learnLanguage = learnLanguage;
    }

    @Override
    public void on(PreferencesChanged event, Envelope envelope) {
        learnLanguage.learn(event.userId(), Language.of(event.language()), envelope.aggregateVersion());
    }
}
