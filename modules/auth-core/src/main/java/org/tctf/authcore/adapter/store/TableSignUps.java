package org.tctf.authcore.adapter.store;

import static org.tctf.authcore.AuthCoreService.HELD;
import static org.tctf.authcore.AuthCoreService.NAME;
import static org.tctf.authcore.AuthCoreService.NEWEST;
import static org.tctf.authcore.AuthCoreService.SIGN_UP;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.tctf.authcore.AuthCoreService;
import org.tctf.authcore.application.CompleteAcceptedSignUp;
import org.tctf.authcore.application.HeldNames;
import org.tctf.authcore.application.SignUps;
import org.tctf.authcore.domain.AcceptedSignUp;
import org.tctf.authcore.domain.Applicant;
import org.tctf.authcore.domain.ConfirmedSignUp;
import org.tctf.authcore.domain.MembershipName;
import org.tctf.authcore.domain.PendingSignUp;
import org.tctf.authcore.domain.SignUp;
import org.tctf.authcore.domain.SupersededSignUp;
import org.tctf.authcore.domain.VouchedSignUp;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** A sign-up is up to three items: itself, the claim on its name, and the pointer from its address. */
@Singleton
public class TableSignUps implements SignUps, HeldNames {
    /** By then the request that accepted it has completed it, or never will. */
    private static final Duration REQUEST_IS_OVER = Duration.ofSeconds(5);

    private record Newest(String signUpId) {}

    private record Held(String folded) {}

    private final ServiceTable table;
    private final InstantSource clock;

    public TableSignUps(ServiceTables tables, InstantSource clock) {
        table = tables.of(AuthCoreService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public boolean isNameTaken(Applicant applicant) {
        return table.get(key(applicant.membershipName()), NameClaim.class)
                .filter(claim -> !claim.isFreeFor(applicant.email(), clock.instant()))
                .isPresent();
    }

    @Override
    public boolean add(Decision<PendingSignUp> started) {
        PendingSignUp signUp = started.state();
        Applicant applicant = signUp.applicant();
        Key name = key(applicant.membershipName());
        Instant end = signUp.expiresAt();
        Change change = Change.none()
                .create(Row.of(SIGN_UP.key(signUp.id()), signUp).expires(end))
                .put(Row.of(NEWEST.key(applicant.email()), new Newest(signUp.id()))
                        .expires(end))
                .put(
                        Row.of(name, NameClaim.of(signUp)).expires(end),
                        NameClaim.freeFor(applicant.email(), clock.instant()));
        try {
            table.commit(raising(change, signUp.accountId(), started));
            return true;
        } catch (ConditionFailed lost) {
            if (lost.key().equals(name)) {
                return false;
            }
            throw lost;
        }
    }

    @Override
    public boolean add(VouchedSignUp vouched) {
        Key name = key(vouched.applicant().membershipName());
        try {
            table.commit(Change.none()
                    .create(Row.of(SIGN_UP.key(vouched.id()), vouched))
                    .put(
                            Row.of(name, NameClaim.forGood(vouched.id())),
                            NameClaim.freeFor(vouched.applicant().email(), clock.instant()))
                    .enqueue(new CompleteAcceptedSignUp(vouched.id()), REQUEST_IS_OVER));
            return true;
        } catch (ConditionFailed lost) {
            if (lost.key().equals(name)) {
                return false;
            }
            throw lost;
        }
    }

    @Override
    public Optional<SignUp> find(String signUpId) {
        return table.get(SIGN_UP.key(signUpId), SignUp.class);
    }

    @Override
    public Optional<String> newestOf(EmailAddress email) {
        return table.get(NEWEST.key(email), Newest.class).map(Newest::signUpId);
    }

    @Override
    public SignUp decide(String signUpId, Function<SignUp, Decision<? extends SignUp>> decision) {
        return table.retrying(() -> {
            SignUp before = table.get(SIGN_UP.key(signUpId), SignUp.class).orElseThrow(SignUp::notFound);
            Decision<? extends SignUp> decided = decision.apply(before);
            SignUp after = decided.state();
            if (!after.equals(before)) {
                commit(before, after, decided);
            }
            return after;
        });
    }

    private void commit(SignUp before, SignUp after, Decision<? extends SignUp> decided) {
        Row row = Row.of(SIGN_UP.key(after.id()), after);
        Change change = switch (after) {
            case PendingSignUp pending ->
                raising(
                        Change.none().replace(row.expires(pending.expiresAt()), before.version()),
                        pending.accountId(),
                        decided);
            case AcceptedSignUp accepted ->
                Change.none()
                        .replace(row, before.version())
                        .put(
                                Row.of(key(accepted.applicant().membershipName()), NameClaim.forGood(accepted.id())),
                                NameClaim.heldBy(accepted.id()))
                        .put(Row.of(
                                HELD.key(accepted.accountId()),
                                new Held(accepted.applicant().membershipName().folded())))
                        .enqueue(new CompleteAcceptedSignUp(accepted.id()), REQUEST_IS_OVER);
            case VouchedSignUp vouched ->
                throw new IllegalStateException(
                        "sign-up %s is vouched for from its beginning; no state leads there".formatted(vouched.id()));
            case ConfirmedSignUp confirmed ->
                raising(
                        Change.none().replace(row.expires(end(confirmed.startedAt())), before.version()),
                        confirmed.accountId(),
                        decided);
            case SupersededSignUp superseded ->
                Change.none()
                        .replace(row.expires(end(superseded.startedAt())), before.version())
                        .delete(key(superseded.released()), NameClaim.heldBy(superseded.id()))
                        .delete(HELD.key(accountOf(before)));
        };
        try {
            table.commit(change);
        } catch (ConditionFailed lost) {
            boolean isNameGone = after instanceof AcceptedSignUp accepted
                    && lost.key().equals(key(accepted.applicant().membershipName()));
            // Only a later sign-up of the same address can have taken the name over.
            throw isNameGone ? SupersededSignUp.problem() : lost;
        }
    }

    @Override
    public void release(String accountId) {
        table.get(HELD.key(accountId), Held.class)
                .ifPresent(held ->
                        table.commit(Change.none().delete(HELD.key(accountId)).delete(NAME.key(held.folded()))));
    }

    @Override
    public Optional<String> heldBy(String accountId) {
        return table.get(HELD.key(accountId), Held.class).map(Held::folded);
    }

    /** Only what was accepted is superseded. */
    private static String accountOf(SignUp before) {
        return before instanceof AcceptedSignUp accepted ? accepted.accountId() : before.id();
    }

    private static Change raising(Change change, String accountId, Decision<? extends SignUp> decided) {
        return change.raiseAll(accountId, decided.state().version(), decided.facts());
    }

    private static Instant end(Instant startedAt) {
        return startedAt.plus(PendingSignUp.LIFE);
    }

    private static Key key(MembershipName name) {
        return NAME.key(name.folded());
    }
}
