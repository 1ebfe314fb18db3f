package org.tctf.builtinidentity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tctf.builtinidentity.SessionList.Entry;
import org.tctf.identity.AccessToken;
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
        Entry session = new Entry(ids.next().toString(), now, now, now, proofs, device);
        SessionList before = list(account.id());
        SessionList living = before.livingAt(now);
        List<String> evicted = living.tooOld().stream().map(Entry::id).toList();
        SessionList after =
                living.without(entry -> evicted.contains(entry.id())).with(session);
        String token = secrets.next();
        Change change = with.and(replace(account.id(), before, after))
                .create(fresh(account.id(), session).row(Hashes.sha256(token)))
                .require(ProviderTable.ACCOUNT.key(account.id()), Condition.version(account.version()));
        table.commit(ended.with(change, evicted));
        return new Opened(
                account.account(), tokens(account.id(), account.roles(), session, token), device, proofs, evicted);
    }

    void evicted(Opened opened) {
        ended.remember(opened.evicted());
    }

    @Override
    public Optional<AccessToken> prove(String accountId, String sessionId) {
        return table.retrying(() -> {
            SessionList before = list(accountId);
            Entry session = before.livingAt(clock.instant()).find(sessionId).orElse(null);
            AccountRow account = table.get(ProviderTable.ACCOUNT.key(accountId), AccountRow.class)
                    .orElse(null);
            if (session == null || account == null) {
                return Optional.empty();
            }
            Entry proved = session.provedAt(clock.instant());
            table.commit(replace(accountId, before, before.with(session, proved)));
            return Optional.of(new AccessToken(
                    accessTokens.issue(principal(accountId, account.roles(), proved)), AccessTokens.LIFETIME));
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
        Entry session = before.find(token.sessionId()).orElse(null);
        AccountRow account = table.get(ProviderTable.ACCOUNT.key(token.accountId()), AccountRow.class)
                .orElse(null);
        if (session == null || account == null) {
            return new Refresh.Refused();
        }
        String next = secrets.next();
        table.commit(replace(account.id(), before, before.with(session, session.usedAt(clock.instant())))
                .put(token.asSpent().row(hash), Condition.equal(RefreshRow.SPENT, false))
                .create(fresh(account.id(), session).row(Hashes.sha256(next))));
        return new Refresh.Refreshed(tokens(account.id(), account.roles(), session, next));
    }

    @Override
    public List<Session> of(String accountId) {
        return list(accountId).livingAt(clock.instant()).entries().stream()
                .map(Entry::session)
                .toList();
    }

    @Override
    public boolean end(String accountId, String sessionId) {
        return !endNow(accountId, entry -> entry.id().equals(sessionId)).isEmpty();
    }

    @Override
    public List<String> endAll(String accountId, Instant openedBefore) {
        return endNow(accountId, entry -> entry.openedAt().isBefore(openedBefore));
    }

    private List<String> endNow(String accountId, Predicate<Entry> which) {
        List<String> gone = table.retrying(() -> end(accountId, which, Change.none()));
        ended.remember(gone);
        return gone;
    }

    /** Ends them in one transaction with another change; {@link EndedSessions#remember} them then. */
    List<String> end(String accountId, Predicate<Entry> which, Change with) {
        SessionList before = list(accountId);
        List<String> gone = before.livingAt(clock.instant()).entries().stream()
                .filter(which)
                .map(Entry::id)
                .toList();
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
        List<String> gone = before.livingAt(clock.instant()).entries().stream()
                .map(Entry::id)
                .toList();
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

    private static Change replace(String accountId, SessionList before, SessionList after) {
        Row row = Row.of(ProviderTable.SESSIONS.key(accountId), after.next());
        return before.version() == 0 ? Change.none().create(row) : Change.none().replace(row, before.version());
    }

    private Optional<RefreshRow> find(String tokenHash) {
        return table.get(ProviderTable.REFRESH_TOKEN.key(tokenHash), RefreshRow.class);
    }

    private static RefreshRow fresh(String accountId, Entry session) {
        return new RefreshRow(accountId, session.id(), session.expiresAt(), false);
    }

    private Tokens tokens(String accountId, Set<Role> roles, Entry session, String refreshToken) {
        return new Tokens(
                session.id(),
                accessTokens.issue(principal(accountId, roles, session)),
                AccessTokens.LIFETIME,
                refreshToken,
                Duration.between(clock.instant(), session.expiresAt()));
    }

    private static Principal principal(String accountId, Set<Role> roles, Entry session) {
        return new Principal(accountId, roles, session.id(), session.provedAt());
    }
}
