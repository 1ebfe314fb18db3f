package org.tctf.authpassword.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authpassword.application.FinishReplacement;
import org.tctf.authpassword.application.ReplacePassword;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Looks after each replacement, a minute after it began. */
@Singleton
public class ReplacementsToFinish implements EventConsumer<FinishReplacement> {
    private final ReplacePassword replacePassword;

    public ReplacementsToFinish(ReplacePassword replacePassword) {
        this.replacePassword = replacePassword;
    }

    @Override
    public void on(FinishReplacement command, Envelope envelope) {
        replacePassword.finish(command);
    }
}
