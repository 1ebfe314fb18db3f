package org.tctf.authuser.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authuser.application.EraseDueAccount;
import org.tctf.authuser.domain.EraseAccount;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Erases accounts whose grace is over. */
@Singleton
public class DueErasures implements EventConsumer<EraseAccount> {
    private final EraseDueAccount eraseDueAccount;

    public DueErasures(EraseDueAccount eraseDueAccount) {
        this.eraseDueAccount = eraseDueAccount;
    }

    @Override
    public void on(EraseAccount command, Envelope envelope) {
        eraseDueAccount.erase(command.userId());
    }
}
