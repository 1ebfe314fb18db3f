package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.tctf.authuser.application.Codes.Act;
import org.tctf.authuser.application.Codes.Link;
import org.tctf.authuser.domain.CalledOffDeletion;
import org.tctf.authuser.domain.ChangedEmail;
import org.tctf.authuser.domain.Deletion;
import org.tctf.authuser.domain.DueDeletion;
import org.tctf.authuser.domain.EmailChange;
import org.tctf.authuser.domain.EndedEmailChange;
import org.tctf.authuser.domain.MovingEmail;
import org.tctf.authuser.domain.PendingEmailChange;
import org.tctf.authuser.domain.ScheduledDeletion;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;

/** Does what a mailed link is for, for whoever has it: that is whom it was mailed to. Again is harmless. */
@Singleton
public class FollowLink {
    private final Codes codes;
    private final Records<EmailChange> emailChanges;
    private final Records<Deletion> deletions;
    private final MoveAccount moveAccount;
    private final InstantSource clock;

    public FollowLink(
            Codes codes,
            Records<EmailChange> emailChanges,
            Records<Deletion> deletions,
            MoveAccount moveAccount,
            InstantSource clock) {
        this.codes = codes;
        this.emailChanges = emailChanges;
        this.deletions = deletions;
        this.moveAccount = moveAccount;
        this.clock = clock;
    }

    /**
     * @return what was done
     * @throws Problem {@code INVALID_LINK}, {@code LINK_EXPIRED}
     */
    public Act follow(String token) {
        Link link = codes.read(token).orElseThrow(ReadLink::notOurs);
        switch (link.act()) {
            case CANCEL_EMAIL_CHANGE -> emailChanges.decide(link.userId(), before -> callOff(mine(before, link)));
            case UNDO_EMAIL_CHANGE -> {
                EmailChange next = emailChanges.decide(link.userId(), before -> undo(mine(before, link)));
                if (next instanceof MovingEmail) {
                    moveAccount.move(link.userId());
                }
            }
            case CANCEL_DELETION ->
                deletions.decide(
                        link.userId(),
                        before -> keep(before.filter(deletion -> deletion.id().equals(link.id()))
                                .orElseThrow(FollowLink::expired)));
        }
        return link.act();
    }

    private static EmailChange mine(Optional<EmailChange> change, Link link) {
        return change.filter(found -> found.id().equals(link.id())).orElseThrow(FollowLink::expired);
    }

    private Decision<EmailChange> callOff(EmailChange change) {
        return switch (change) {
            case PendingEmailChange pending -> pending.callOff(clock.instant());
            case EndedEmailChange ended -> Decision.of(ended);
            case MovingEmail _, ChangedEmail _ -> throw expired();
        };
    }

    private Decision<EmailChange> undo(EmailChange change) {
        return switch (change) {
            case ChangedEmail changed -> changed.undo(clock.instant());
            case MovingEmail moving -> Decision.of(moving);
            case EndedEmailChange ended -> Decision.of(ended);
            case PendingEmailChange _ -> throw expired();
        };
    }

    private Decision<Deletion> keep(Deletion deletion) {
        return switch (deletion) {
            case ScheduledDeletion scheduled -> scheduled.callOff(clock.instant());
            case CalledOffDeletion already -> Decision.of(already);
            case DueDeletion _ -> throw expired();
        };
    }

    private static Problem expired() {
        return Problem.of(
                Problem.Kind.GONE, "LINK_EXPIRED", "This link is no longer good: what it was for is over, or done.");
    }
}
