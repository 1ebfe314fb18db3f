package org.tctf.builtinidentity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.builtinidentity.SessionList.Entry;
import org.tctf.identity.Principal;
import org.tctf.identity.Proof;
import org.tctf.identity.Role;
import org.tctf.identity.Session;
import org.tctf.identity.Sessions;
import org.tctf.identity.SignIns.Opened;
import org.tctf.identity.Tokens;
import org.tctf.kernel.Ids;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.crypto.RandomSecrets;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/** The sessions in the provider's table: rotation, reuse and the limit are each one transaction. */
final class StoredSessions implements Sessions {
    private final ServiceTable table;
    private final AccessTokens accessTokens;
    private final EndedSessions ended;
    private final InstantSource clock;
    private final Ids ids;
    private final RandomSecrets secrets;

    StoredSessions(
            ServiceTable table,
            AccessTokens accessTokens,
            EndedSessions ended,
            InstantSource clock,
            Ids ids,
            RandomSecrets secrets) {
        this.table = table;
        this.accessTokens = accessTokens;
        this.ended = ended;
        this.clock = clock;
        this.ids = ids;
        this.secrets = secrets;
    }

    /**
     * Opens a session, together with another change, if the account is still what the caller saw: that it may sign in, and
     * with what, is decided on the same version as the session is written. {@link #evicted} is to be told.
     */
    Opened tryToOpen(AccountRow account, List<Proof> proofs, @Nullable String device, Change with) {
        Instant now = clock.instant();
        Entry session = Entry.opened(ids.next().toString(), now, proofs, device);
        SessionList before = list(account.id());
        SessionList living = living(before);
        List<String> evicted = living.tooOld().stream().map(Entry::id).toList();
        SessionList after =
                living.without(entry -> evicted.contains(entry.id())).with(session);
        String token = secrets.next();
        Change change = with.and(replace(account.id(), before, after))
                .create(fresh(account.id(), session).row(Hashes.sha256(token)))
                .require(ProviderTable.ACCOUNT.key(account.id()), Condition.version(account.version()));
        table.commit(ended.with(change, evicted));
        return new Opened(account.account(), tokens(account, session, token), device, proofs, evicted);
    }

    void evicted(Opened opened) {
        ended.remember(opened.evicted());
    }

    @Override
    public Optional<Tokens> prove(String accountId, String sessionId, Proof proof) {
        Optional<Proved> proved = table.retrying(() -> tryToProve(accountId, sessionId, proof));
        proved.ifPresent(done -> ended.remember(List.of(done.stale())));
        return proved.map(Proved::tokens);
    }

    private record Proved(Tokens tokens, String stale) {}

    private Optional<Proved> tryToProve(String accountId, String sessionId, Proof proof) {
        SessionList before = list(accountId);
        Entry session = living(before).find(sessionId).orElse(null);
        AccountRow account = account(accountId).orElse(null);
        if (session == null || account == null) {
            return Optional.empty();
        }
        Entry after = session.provedAt(clock.instant(), proof);
        String token = secrets.next();
        Change change = replace(accountId, before, before.with(session, after))
                .create(fresh(accountId, after).row(Hashes.sha256(token)));
        table.commit(ended.with(change, List.of(session.tokens())));
        return Optional.of(new Proved(tokens(account, after, token), session.tokens()));
    }

    @Override
    public void strengthen(String accountId, String sessionId, Proof proof) {
        table.retrying(() -> {
            SessionList before = list(accountId);
            Optional<Entry> session = living(before).find(sessionId);
            session.ifPresent(
                    weak -> table.commit(replace(accountId, before, before.with(weak, weak.strengthenedBy(proof)))));
            return session;
        });
    }

    @Override
    public Refresh refresh(String refreshToken) {
        String hash = Hashes.sha256(refreshToken);
        boolean wasSpent = find(hash).map(RefreshRow::spent).orElse(false);
        Refresh refresh = table.retrying(() -> tryToRefresh(hash, wasSpent));
        if (refresh instanceof Refresh.Reused reused) {
            ended.remember(List.of(reused.sessionId()));
        }
        return refresh;
    }

    private Refresh tryToRefresh(String hash, boolean wasSpent) {
        RefreshRow token = find(hash).orElse(null);
        if (token == null || !clock.instant().isBefore(token.until())) {
            return new Refresh.Refused();
        }
        if (token.spent()) {
            if (!wasSpent) {
                return new Refresh.LostRace();
            }
            end(token.accountId(), entry -> entry.id().equals(token.sessionId()), Change.none());
            return new Refresh.Reused(token.accountId(), token.sessionId());
        }
        SessionList before = list(token.accountId());
        Entry session = living(before)
                .find(token.sessionId())
                .filter(living -> living.generation() == token.generation())
                .orElse(null);
        AccountRow account = account(token.accountId()).orElse(null);
        if (session == null || account == null) {
            return new Refresh.Refused();
        }
        String next = secrets.next();
        Entry used = session.usedAt(clock.instant());
        table.commit(replace(account.id(), before, before.with(session, used))
                .put(token.asSpent().row(hash), Condition.equal(RefreshRow.SPENT, false))
                .create(fresh(account.id(), used).row(Hashes.sha256(next))));
        return new Refresh.Refreshed(tokens(account, used, next));
    }

    @Override
    public List<Session> of(String accountId) {
        return living(list(accountId)).entries().stream().map(Entry::session).toList();
    }

    @Override
    public boolean end(String accountId, String sessionId) {
        return !endNow(accountId, entry -> entry.id().equals(sessionId)).isEmpty();
    }

    @Override
    public List<String> endAll(String accountId, Instant openedBefore) {
        return endNow(accountId, entry -> entry.openedAt().isBefore(openedBefore));
    }

    @Override
    public void endEverybodys(Instant upTo) {
        ended.endEverybodys(upTo);
    }

    @Override
    public Instant everybodysEnd() {
        return ended.everybodysEnd(clock.instant());
    }

    private List<String> endNow(String accountId, Predicate<Entry> which) {
        List<String> gone = table.retrying(() -> end(accountId, which, Change.none()));
        ended.remember(gone);
        return gone;
    }

    /** Ends them in one transaction with another change; {@link EndedSessions#remember} them then. */
    List<String> end(String accountId, Predicate<Entry> which, Change with) {
        SessionList before = list(accountId);
        List<String> gone =
                living(before).entries().stream().filter(which).map(Entry::id).toList();
        Change change =
                gone.isEmpty() ? with : ended.with(with.and(replace(accountId, before, before.without(which))), gone);
        if (!change.isEmpty()) {
            table.commit(change);
        }
        return gone;
    }

    /** Ends all, and forgets those that are over too, in one transaction with another change. */
    List<String> forget(String accountId, Change with) {
        SessionList before = list(accountId);
        List<String> gone = living(before).entries().stream().map(Entry::id).toList();
        Change change = before.version() == 0
                ? with
                : with.and(Change.none()
                        .delete(ProviderTable.SESSIONS.key(accountId), Condition.version(before.version())));
        table.commit(gone.isEmpty() ? change : ended.with(change, gone));
        return gone;
    }

    private SessionList list(String accountId) {
        return table.get(ProviderTable.SESSIONS.key(accountId), SessionList.class)
                .orElse(SessionList.EMPTY);
    }

    private SessionList living(SessionList sessions) {
        Instant now = clock.instant();
        Instant everybodysEnd = ended.everybodysEnd(now);
        return sessions.livingAt(now).without(entry -> entry.provedAt().isBefore(everybodysEnd));
    }

    private static Change replace(String accountId, SessionList before, SessionList after) {
        Row row = Row.of(ProviderTable.SESSIONS.key(accountId), after.next());
        return before.version() == 0 ? Change.none().create(row) : Change.none().replace(row, before.version());
    }

    private Optional<RefreshRow> find(String tokenHash) {
        return table.get(ProviderTable.REFRESH_TOKEN.key(tokenHash), RefreshRow.class);
    }

    private Optional<AccountRow> account(String accountId) {
        return table.get(ProviderTable.ACCOUNT.key(accountId), AccountRow.class);
    }

    private static RefreshRow fresh(String accountId, Entry session) {
        return new RefreshRow(accountId, session.id(), session.generation(), session.endsAt(), false);
    }

    private Tokens tokens(AccountRow account, Entry session, String refreshToken) {
        return new Tokens(
                session.id(),
                accessTokens.issue(principal(account, session), session.generation()),
                AccessTokens.LIFETIME,
                refreshToken,
                Duration.between(clock.instant(), session.expiresAt()));
    }

    /** Roles that need a second factor are withheld where the session was opened, and raised, by one (ADR 34). */
    private static Principal principal(AccountRow account, Entry session) {
        boolean isStrong = session.isStrong(account.needsSecondFactor());
        Set<Role> withheld = account.roles().stream()
                .filter(role -> role.needsSecondFactor() && !isStrong)
                .collect(Collectors.toUnmodifiableSet());
        Set<Role> roles = account.roles().stream()
                .filter(role -> !withheld.contains(role))
                .collect(Collectors.toUnmodifiableSet());
        return new Principal(account.id(), roles, session.id(), session.provedAt(), Set.of(), withheld);
    }
}
