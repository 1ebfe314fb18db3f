package org.tctf.authuser.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authuser.application.MoveAccount;
import org.tctf.authuser.domain.MoveEmail;
import org.tctf.kernel.Problem;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Sees to it that a decided change of address is made, should the request that decided it have died. */
@Singleton
public class PendingMoves implements EventConsumer<MoveEmail> {
    private final MoveAccount moveAccount;

    public PendingMoves(MoveAccount moveAccount) {
        this.moveAccount = moveAccount;
    }

    @Override
    public void on(MoveEmail command, Envelope envelope) {
        try {
            moveAccount.move(command.userId());
        } catch (Problem ended) {
            if (ended.kind() == Problem.Kind.UNAVAILABLE || ended.code().equals("CONCURRENT_MODIFICATION")) {
                throw ended;
            }
            // Refused or forgotten: whoever asked has been told, or sees it in their account.
        }
    }
}
