package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tctf.authuser.application.Codes.Act;
import org.tctf.authuser.application.Codes.Link;
import org.tctf.authuser.domain.EmailChange;
import org.tctf.authuser.domain.MovingEmail;
import org.tctf.identity.Accounts.Move;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Session;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;

/**
 * Brings a decided change of address to its end: moves the account, ends the other sessions, then announces it.
 *
 * <p>Three writes in two stores, and a crash may come between any two: the decision lies in our own queue as a command, in
 * the commit that made it; moving and ending again change nothing; the announcement is one commit, on the state of the
 * decision only. So EMAIL_CHANGED is published once, and only of an account that was moved.
 */
@Singleton
public class MoveAccount {
    private final IdentityProvider identity;
    private final Records<EmailChange> emailChanges;
    private final Codes codes;
    private final InstantSource clock;

    public MoveAccount(IdentityProvider identity, Records<EmailChange> emailChanges, Codes codes, InstantSource clock) {
        this.identity = identity;
        this.emailChanges = emailChanges;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * @return how it ended; a change that was not decided stays as it is
     * @throws Problem {@code EMAIL_TAKEN} when somebody else was faster
     */
    public EmailChange move(String userId) {
        AtomicBoolean isRefused = new AtomicBoolean();
        EmailChange ended = emailChanges.decide(userId, before -> {
            EmailChange change = before.orElseThrow(ConfirmEmailChange::notFound);
            Decision<EmailChange> decided =
                    change instanceof MovingEmail moving ? conclude(moving) : Decision.of(change);
            isRefused.set(change instanceof MovingEmail && decided.facts().isEmpty());
            return decided;
        });
        if (isRefused.get()) {
            throw Problem.conflict(
                    "EMAIL_TAKEN", "This address has an account of its own meanwhile, so yours stays as it is.");
        }
        return ended;
    }

    private Decision<EmailChange> conclude(MovingEmail moving) {
        Move move = identity.accounts().move(moving.userId(), moving.addresses().to());
        return switch (move) {
            case Move.Moved _ -> {
                endSessions(moving);
                yield moving.moved(
                        codes.link(new Link(Act.UNDO_EMAIL_CHANGE, moving.userId(), moving.id())), clock.instant());
            }
            case Move.AddressTaken _, Move.NoSuchAccount _ -> moving.refused(clock.instant());
        };
    }

    private void endSessions(MovingEmail moving) {
        for (Session session : identity.sessions().of(moving.userId())) {
            if (!Objects.equals(session.id(), moving.keptSession())) {
                identity.sessions().end(moving.userId(), session.id());
            }
        }
    }
}
