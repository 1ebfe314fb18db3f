package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.authuser.application.Codes.Act;
import org.tctf.authuser.application.Codes.Link;
import org.tctf.authuser.application.Codes.Use;
import org.tctf.authuser.domain.EmailChange;
import org.tctf.authuser.domain.Kept;
import org.tctf.authuser.domain.MovingEmail;
import org.tctf.authuser.domain.PendingEmailChange;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.identity.Standing;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;

/**
 * Asks for another address: a code goes to the new one, a code and a way to call it off to the old one.
 *
 * <p>No oracle: an address that somebody has is asked for like any other, with as many reads, codes and facts; only the
 * mail differs, and only the address's owner sees it.
 */
@Singleton
public class RequestEmailChange {
    private final IdentityProvider identity;
    private final Records<EmailChange> emailChanges;
    private final Codes codes;
    private final Ids ids;
    private final InstantSource clock;

    public RequestEmailChange(
            IdentityProvider identity, Records<EmailChange> emailChanges, Codes codes, Ids ids, InstantSource clock) {
        this.identity = identity;
        this.emailChanges = emailChanges;
        this.codes = codes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @return when the codes are no longer good
     * @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code SAME_ADDRESS}, {@code EMAIL_CHANGE_UNDER_WAY}
     */
    public Instant request(Principal caller, EmailAddress to) {
        caller.requireRecentProof(clock);
        String userId = caller.memberId();
        EmailAddress from = ShowAccount.standing(identity, caller).account().email();
        if (from.equals(to)) {
            throw Problem.conflict("SAME_ADDRESS", "This is your address already; choose another.")
                    .at("/email");
        }
        String id = ids.next().toString();
        var request = new PendingEmailChange.Request(
                userId, caller.sessionId(), new EmailChange.Addresses(from, to), ownerOf(to));
        var mailed = new PendingEmailChange.Mailed(
                codes.issue(Use.OLD_EMAIL, id),
                codes.issue(Use.NEW_EMAIL, id),
                codes.link(new Link(Act.CANCEL_EMAIL_CHANGE, userId, id)));
        Instant now = clock.instant();
        emailChanges.decide(userId, before -> {
            if (before.orElse(null) instanceof MovingEmail) {
                throw Problem.conflict(
                        "EMAIL_CHANGE_UNDER_WAY",
                        "Your address is being changed at this moment; try again in a minute.");
            }
            return ask(id, request, mailed, before.map(Kept::version).orElse(0L), now);
        });
        return now.plus(PendingEmailChange.LIFE);
    }

    private static Decision<EmailChange> ask(
            String id,
            PendingEmailChange.Request request,
            PendingEmailChange.Mailed mailed,
            long version,
            Instant now) {
        return PendingEmailChange.ask(id, request, mailed, version, now);
    }

    private @Nullable String ownerOf(EmailAddress email) {
        return identity.accounts()
                .find(email)
                .filter(Standing::confirmed)
                .map(standing -> standing.account().id())
                .orElse(null);
    }
}
