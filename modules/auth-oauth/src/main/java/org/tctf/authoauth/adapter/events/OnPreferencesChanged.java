package org.tctf.authoauth.adapter.events;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.provider.LearnOfMember;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Applications may speak a member's language. */
@Singleton
public class OnPreferencesChanged implements EventConsumer<OnPreferencesChanged.PreferencesChanged> {

    /** What this service reads of the fact. */
    public record PreferencesChanged(
            String userId, @Nullable String language) {}

    private final LearnOfMember learnOfMember;

    public OnPreferencesChanged(LearnOfMember learnOfMember) {
        this.learnOfMember = learnOfMember;
    }

    @Override
    public void on(PreferencesChanged event, Envelope envelope) {
        String language = event.language();
        if (language != null) {
            learnOfMember.learn(event.userId(), profile -> profile.speaking(language, envelope.time()));
        }
    }
}
