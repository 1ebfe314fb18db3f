package org.tctf.builtinidentity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tctf.builtinidentity.SessionList.Entry;
import org.tctf.identity.Account;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.identity.Session;
import org.tctf.identity.Sessions;
import org.tctf.identity.Tokens;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/** The sessions in the provider's table: rotation, reuse and the limit are each one transaction. */
final class StoredSessions implements Sessions {
    private static final int TOKEN_BYTES = 32;

    private final ServiceTable table;
    private final AccessTokens accessTokens;
    private final EndedSessions ended;
    private final InstantSource clock;
    private final Ids ids;
    private final SecureRandom random;

    StoredSessions(
            ServiceTable table,
            AccessTokens accessTokens,
            EndedSessions ended,
            InstantSource clock,
            Ids ids,
            SecureRandom random) {
        this.table = table;
        this.accessTokens = accessTokens;
        this.ended = ended;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    @Override
    public Opened open(Account account, @Nullable String device) {
        Opened opened = table.retrying(() -> tryToOpen(account, device));
        ended.remember(opened.evicted());
        return opened;
    }

    private Opened tryToOpen(Account account, @Nullable String device) {
        Instant now = clock.instant();
        Entry session = new Entry(ids.next().toString(), now, now, device);
        SessionList before = list(account.id());
        SessionList living = before.livingAt(now);
        List<String> evicted = living.tooOld().stream().map(Entry::id).toList();
        SessionList after =
                living.without(entry -> evicted.contains(entry.id())).with(session);
        String token = newToken();
        Key accountKey = ProviderTable.ACCOUNT.key(account.id());
        Change change = replace(account.id(), before, after)
                .create(fresh(account.id(), session).row(Sha256.of(token)))
                .require(accountKey, Condition.equal(AccountRow.ENABLED, true));
        try {
            table.commit(ended.with(change, evicted));
        } catch (ConditionFailed lost) {
            throw lost.key().equals(accountKey)
                    ? Problem.forbidden("ACCOUNT_DISABLED", "This account is disabled; write to support.")
                    : lost;
        }
        return new Opened(tokens(account.id(), account.roles(), session, token), evicted);
    }

    @Override
    public Refresh refresh(String refreshToken) {
        String hash = Sha256.of(refreshToken);
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
        String next = newToken();
        table.commit(replace(account.id(), before, before.usedAt(session, clock.instant()))
                .put(token.asSpent().row(hash), Condition.equal(RefreshRow.SPENT, false))
                .create(fresh(account.id(), session).row(Sha256.of(next))));
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
                accessTokens.issue(new Principal(accountId, roles, session.id(), session.openedAt())),
                AccessTokens.LIFETIME,
                refreshToken,
                Duration.between(clock.instant(), session.expiresAt()));
    }

    private String newToken() {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
