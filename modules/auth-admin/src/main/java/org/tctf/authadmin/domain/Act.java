package org.tctf.authadmin.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;

/**
 * An act of an administrator: first ordered, and in the audit log; then carried out, or refused.
 *
 * @param target the account that it concerns, or {@link #EVERYBODY}
 * @param role that is granted or revoked; else absent
 * @param actor who ordered it
 * @param refusal why it was not carried out; absent unless it was refused
 */
public record Act(
        String id,
        Measure measure,
        String target,
        @Nullable GrantableRole role,
        String actor,
        Reason reason,
        Instant orderedAt,
        State state,
        @Nullable Refusal refusal,
        long version) {

    /** How long one that is over is kept; the audit log keeps what is said of it longer. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** No account has this id. */
    public static final String EVERYBODY = "everybody";

    /** How far it is. */
    public enum State {
        ORDERED,
        DONE,
        REFUSED
    }

    /** Why it was not carried out. */
    public enum Refusal {
        USER_NOT_FOUND,
        LAST_ADMIN,
        ADMIN_EXISTS
    }

    /**
     * @param role where the measure is about one
     * @throws Problem {@code CANNOT_ACT_ON_ONESELF}
     */
    public static Act order(
            String id,
            Measure measure,
            String target,
            @Nullable GrantableRole role,
            String actor,
            Reason reason,
            Instant now) {
        if (target.equals(actor)) {
            throw Problem.forbidden(
                    "CANNOT_ACT_ON_ONESELF", "You cannot do this to your own account; ask another administrator.");
        }
        return new Act(id, measure, target, role, actor, reason, now, State.ORDERED, null, 1);
    }

    public static Act orderForEverybody(String id, Measure measure, String actor, Reason reason, Instant now) {
        return new Act(id, measure, EVERYBODY, null, actor, reason, now, State.ORDERED, null, 1);
    }

    /** Whether no single account is concerned. */
    public boolean isForEverybody() {
        return target.equals(EVERYBODY);
    }

    public boolean isOpen() {
        return state == State.ORDERED;
    }

    public Decision<Act> done() {
        return Decision.of(with(State.DONE, null), fact());
    }

    public Decision<Act> refused(Refusal why) {
        return Decision.of(with(State.REFUSED, why));
    }

    private Act with(State next, @Nullable Refusal why) {
        return new Act(id, measure, target, role, actor, reason, orderedAt, next, why, version + 1);
    }

    /** The type of the fact that it leads to; how the audit log calls it, from the order on. */
    public String type() {
        return switch (measure) {
            case ENABLE -> "USER_ENABLED";
            case DISABLE -> "USER_DISABLED";
            case ACTIVATE -> "USER_ACTIVATED";
            case DEACTIVATE -> "USER_DEACTIVATED";
            case GRANT_ROLE, APPOINT_FIRST_ADMIN -> "ROLE_GRANTED";
            case REVOKE_ROLE -> "ROLE_REVOKED";
            case END_SESSIONS -> "USER_SESSIONS_ENDED";
            case END_EVERYBODYS_SESSIONS -> "EVERYBODYS_SESSIONS_ENDED";
        };
    }

    private Object fact() {
        return switch (measure) {
            case ENABLE -> new UserEnabled(target);
            case DISABLE -> new UserDisabled(target);
            case ACTIVATE -> new UserActivated(target);
            case DEACTIVATE -> new UserDeactivated(target);
            case GRANT_ROLE, APPOINT_FIRST_ADMIN -> new RoleGranted(target, theRole());
            case REVOKE_ROLE -> new RoleRevoked(target, theRole());
            case END_SESSIONS -> new UserSessionsEnded(target, orderedAt);
            case END_EVERYBODYS_SESSIONS -> new EverybodysSessionsEnded(orderedAt);
        };
    }

    /** Of a measure that is about one. */
    public GrantableRole theRole() {
        return Objects.requireNonNull(role, "%s is about a role".formatted(measure));
    }
}
