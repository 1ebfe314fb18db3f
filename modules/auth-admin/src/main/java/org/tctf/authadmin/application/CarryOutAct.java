package org.tctf.authadmin.application;

import jakarta.inject.Singleton;
import org.tctf.authadmin.domain.Act;
import org.tctf.authadmin.domain.Act.Refusal;
import org.tctf.identity.Accounts;
import org.tctf.identity.Accounts.Outcome;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Role;
import org.tctf.kernel.Decision;

/**
 * Brings an ordered act to its end.
 *
 * <p>Three writes in two stores, and a crash may come between any two:
 *
 * <ol>
 *   <li>The act is ordered, is in the audit log, and a command to carry it out lies in our own queue: one commit.
 *   <li>The provider does it, or refuses. Doing it again changes nothing.
 *   <li>The act is done or refused, which is in the audit log, in the search, and, when done, published: one commit, on the
 *       state of step 1 only.
 * </ol>
 *
 * <p>Sessions are ended up to the order, not up to now: who has signed in since, stays, however late and often it is done.
 *
 * <p>After a crash behind 1 or 2 the command does the rest; it may also meet the request that is still at it, and of two at
 * step 3 the second finds it done. Were the provider first, a crash would leave a disabled account of which no log knows by
 * whom; were the fact first, it could be of something that the provider refuses. So nothing is ever done that is not in
 * the log, and an order in the log has its end there too.
 */
@Singleton
public class CarryOutAct {
    private final IdentityProvider identity;
    private final Acts acts;

    public CarryOutAct(IdentityProvider identity, Acts acts) {
        this.identity = identity;
        this.acts = acts;
    }

    /** @return how it ended; one that has ended stays as it is */
    public Act carryOut(String actId) {
        return acts.decide(actId, act -> act.isOpen() ? conclude(act) : Decision.of(act));
    }

    private Decision<Act> conclude(Act act) {
        Accounts accounts = identity.accounts();
        return switch (act.measure()) {
            case ENABLE -> ended(act, accounts.enable(act.target()));
            case DISABLE -> ended(act, accounts.disable(act.target()));
            case ACTIVATE -> ended(act, accounts.activate(act.target()));
            case DEACTIVATE -> ended(act, accounts.deactivate(act.target()));
            case GRANT_ROLE -> ended(act, accounts.grant(act.target(), role(act)));
            case REVOKE_ROLE -> ended(act, accounts.revoke(act.target(), role(act)));
            case END_SESSIONS -> {
                // The port ends what was opened before a moment; this is the first one behind the order.
                identity.sessions().endAll(act.target(), act.orderedAt().plusNanos(1));
                yield act.done();
            }
            case END_EVERYBODYS_SESSIONS -> {
                identity.sessions().endEverybodys(act.orderedAt());
                yield act.done();
            }
            case APPOINT_FIRST_ADMIN ->
                accounts.appointFirstAdmin(act.target()) ? act.done() : act.refused(Refusal.ADMIN_EXISTS);
        };
    }

    private static Decision<Act> ended(Act act, Outcome outcome) {
        return switch (outcome) {
            case DONE -> act.done();
            case NO_SUCH_ACCOUNT -> act.refused(Refusal.USER_NOT_FOUND);
            case LAST_ADMIN -> act.refused(Refusal.LAST_ADMIN);
        };
    }

    private static Role role(Act act) {
        return Role.valueOf(act.theRole().name());
    }
}
