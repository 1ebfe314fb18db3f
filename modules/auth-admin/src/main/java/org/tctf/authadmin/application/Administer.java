package org.tctf.authadmin.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.domain.Act;
import org.tctf.authadmin.domain.GrantableRole;
import org.tctf.authadmin.domain.Measure;
import org.tctf.authadmin.domain.Reason;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.identity.Standing;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;

/** Changes what an account may do, or ends its sessions. What is so already is left as it is, and is no act. */
@Singleton
public class Administer {

    /** @param role where the measure is about one */
    public record Order(
            Measure measure, String target, @Nullable GrantableRole role, Reason reason) {}

    private final IdentityProvider identity;
    private final Acts acts;
    private final CarryOutAct carryOutAct;
    private final Ids ids;
    private final InstantSource clock;

    public Administer(IdentityProvider identity, Acts acts, CarryOutAct carryOutAct, Ids ids, InstantSource clock) {
        this.identity = identity;
        this.acts = acts;
        this.carryOutAct = carryOutAct;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @return how the account stands now
     * @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code CANNOT_ACT_ON_ONESELF}, {@code USER_NOT_FOUND}, {@code
     *     LAST_ADMIN}
     */
    public Standing order(Principal caller, Order order) {
        caller.requireRecentProof(clock);
        Act act = Act.order(
                ids.next().toString(),
                order.measure(),
                order.target(),
                order.role(),
                caller.memberId(),
                order.reason(),
                clock.instant());
        Standing before = standing(order.target());
        if (isSo(order, before)) {
            return before;
        }
        acts.add(act);
        Act ended = carryOutAct.carryOut(act.id());
        if (ended.refusal() != null) {
            throw problem(ended.refusal(), order.target());
        }
        return standing(order.target());
    }

    private static boolean isSo(Order order, Standing now) {
        return switch (order.measure()) {
            case ENABLE -> now.enabled();
            case DISABLE -> !now.enabled();
            case ACTIVATE -> now.active();
            case DEACTIVATE -> !now.active();
            case GRANT_ROLE -> hasRole(now, order.role());
            case REVOKE_ROLE -> !hasRole(now, order.role());
            case END_SESSIONS, END_EVERYBODYS_SESSIONS, APPOINT_FIRST_ADMIN -> false;
        };
    }

    private static boolean hasRole(Standing now, @Nullable GrantableRole role) {
        return role != null && now.account().roles().contains(Role.valueOf(role.name()));
    }

    private Standing standing(String userId) {
        return identity.accounts()
                .find(userId)
                .filter(Standing::confirmed)
                .orElseThrow(() -> problem(Act.Refusal.USER_NOT_FOUND, userId));
    }

    private static Problem problem(Act.Refusal why, String userId) {
        return switch (why) {
            case USER_NOT_FOUND ->
                Problem.notFound("USER_NOT_FOUND", "There is no account %s; search for it.".formatted(userId));
            case LAST_ADMIN ->
                Problem.conflict(
                        "LAST_ADMIN",
                        "This is the only account that can administer the platform; make another one ADMIN first.");
            case ADMIN_EXISTS ->
                Problem.conflict("ADMIN_EXISTS", "Somebody can administer the platform; ask them for the role.");
        };
    }
}
