package org.tctf.builtinidentity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Proof;
import org.tctf.identity.SignIns;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.crypto.RandomSecrets;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/** Opens sessions on the very account row that says what they need; see {@link StoredSessions#tryToOpen}. */
final class StoredSignIns implements SignIns {

    /**
     * @param until when it is over by itself
     * @param prolongedUntil when it is over instead, if it was prolonged
     */
    record ChallengeRow(
            String accountId,
            Proof first,
            @Nullable String device,
            Instant until,
            @Nullable Instant prolongedUntil) {

        static ChallengeRow begun(String accountId, Proof first, @Nullable String device, Instant now) {
            return new ChallengeRow(accountId, first, device, now.plus(CHALLENGE_LIFE), null);
        }

        ChallengeRow prolonged() {
            Instant begunAt = until.minus(CHALLENGE_LIFE);
            return new ChallengeRow(accountId, first, device, until, begunAt.plus(LONGEST_CHALLENGE_LIFE));
        }

        Instant end() {
            return prolongedUntil == null ? until : prolongedUntil;
        }

        Challenge challenge() {
            return new Challenge(accountId, first, device, end());
        }

        Row row(Key key) {
            return Row.of(key, this).expires(end());
        }
    }

    private final ServiceTable table;
    private final StoredAccounts accounts;
    private final StoredSecondFactors secondFactors;
    private final StoredSessions sessions;
    private final RandomSecrets secrets;
    private final InstantSource clock;

    StoredSignIns(
            ServiceTable table,
            StoredAccounts accounts,
            StoredSecondFactors secondFactors,
            StoredSessions sessions,
            RandomSecrets secrets,
            InstantSource clock) {
        this.table = table;
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Step begin(String accountId, Proof first, @Nullable String device, @Nullable String trustedDevice) {
        Step step = table.retrying(() -> {
            AccountRow account = mayStillSignIn(accountId);
            boolean isEnough = !account.needsSecondFactor()
                    || first.isTwoFactors()
                    || (trustedDevice != null && secondFactors.trusts(accountId, trustedDevice));
            return isEnough
                    ? sessions.tryToOpen(account, List.of(first), device, Change.none())
                    : challenge(accountId, first, device);
        });
        if (step instanceof Opened opened) {
            sessions.evicted(opened);
        }
        return step;
    }

    private Step challenge(String accountId, Proof first, @Nullable String device) {
        String secret = secrets.next();
        ChallengeRow begun = ChallengeRow.begun(accountId, first, device, clock.instant());
        table.commit(Change.none().create(begun.row(key(secret))));
        return new SecondFactorNeeded(accountId, secret, begun.end());
    }

    @Override
    public Optional<Challenge> challenge(String challenge) {
        return waiting(challenge).map(ChallengeRow::challenge);
    }

    @Override
    public Optional<Challenge> prolong(String challenge) {
        return table.retrying(() -> waiting(challenge).map(waiting -> {
            ChallengeRow prolonged = waiting.prolonged();
            if (!prolonged.equals(waiting)) {
                table.commit(Change.none().put(prolonged.row(key(challenge)), Condition.present()));
            }
            return prolonged.challenge();
        }));
    }

    private Optional<ChallengeRow> waiting(String challenge) {
        return table.get(key(challenge), ChallengeRow.class)
                .filter(row -> clock.instant().isBefore(row.end()));
    }

    @Override
    public Optional<Opened> complete(String challenge, Proof second) {
        Key key = key(challenge);
        Optional<Opened> opened = table.retrying(() -> challenge(challenge).flatMap(begun -> {
            AccountRow account = mayStillSignIn(begun.accountId());
            try {
                return Optional.of(sessions.tryToOpen(
                        account,
                        List.of(begun.first(), second),
                        begun.device(),
                        Change.none().delete(key, Condition.present())));
            } catch (ConditionFailed lost) {
                if (lost.key().equals(key)) {
                    return Optional.empty();
                }
                throw lost;
            }
        }));
        opened.ifPresent(sessions::evicted);
        return opened;
    }

    private AccountRow mayStillSignIn(String accountId) {
        AccountRow account =
                accounts.row(accountId).filter(AccountRow::confirmed).orElseThrow(StoredSignIns::disabled);
        if (!account.enabled()) {
            throw disabled();
        }
        if (!account.active()) {
            throw Problem.forbidden(
                    "ACCOUNT_INACTIVE", "This account was deactivated; write to support to have it back.");
        }
        return account;
    }

    private static Problem disabled() {
        return Problem.forbidden("ACCOUNT_DISABLED", "This account is disabled; write to support.");
    }

    private static Key key(String challenge) {
        return ProviderTable.CHALLENGE.key(Hashes.sha256(challenge));
    }
}
