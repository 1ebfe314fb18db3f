package org.tctf.authoauth.adapter.store.provider;

import static org.tctf.authoauth.AuthOauthService.CODE;
import static org.tctf.authoauth.AuthOauthService.CONSENT;
import static org.tctf.authoauth.AuthOauthService.GRANT;
import static org.tctf.authoauth.AuthOauthService.TOKEN;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.application.provider.Codes;
import org.tctf.authoauth.application.provider.EndMoreAccess;
import org.tctf.authoauth.application.provider.FreshSecrets;
import org.tctf.authoauth.application.provider.Grants;
import org.tctf.authoauth.application.provider.StandingGrants;
import org.tctf.authoauth.application.provider.Tokens;
import org.tctf.authoauth.domain.provider.AuthorizationCode;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.authoauth.domain.provider.IssuedToken;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/**
 * Grants in their member's partition; codes and tokens, by their hashes, point to them. A token is good while its grant is
 * there, so ending a grant is deleting one item, however many tokens came of it. All ports on one table, since what
 * spends a code or a token also makes the next ones.
 */
@Singleton
public class TableGrants implements Grants, StandingGrants, Codes, Tokens {
    /** In one transaction, with room for the command that goes on. */
    private static final int AT_ONCE = 90;

    private static final String SPENT = "spent";

    private final ServiceTable table;
    private final FreshSecrets secrets;

    public TableGrants(ServiceTables tables, FreshSecrets secrets) {
        table = tables.of(AuthOauthService.DEFINITION);
        this.secrets = secrets;
    }

    /** Not without the consent that it came of: one that is taken back at this moment leaves no grant behind. */
    @Override
    public String begin(Grant grant, AuthorizationCode code) {
        List<Grant> before = table.list(GRANT.query(grant.userId(), grant.clientId()), Grant.class);
        String secret = secrets.next();
        Change change = Change.none()
                .create(Row.of(key(grant), grant).expires(grant.until()))
                // Kept as long as what comes of it may live, so that a copy is noticed.
                .create(Row.of(CODE.key(Hashes.sha256(secret)), code)
                        .expires(grant.grantedAt().plus(grant.isOffline() ? Grant.OFFLINE : Grant.ACCESS)))
                .require(CONSENT.key(grant.userId(), grant.clientId()), Condition.present());
        for (Grant old : before.subList(0, Math.max(0, before.size() - Grant.MAX_OF_CLIENT + 1))) {
            change = change.delete(key(old));
        }
        try {
            table.commit(change);
        } catch (ConditionFailed revoked) {
            throw Refusal.of("access_denied", "The member has taken back what they agreed to.");
        }
        return secret;
    }

    @Override
    public Optional<Grant> find(String userId, String clientId, String grantId) {
        return table.get(GRANT.key(userId, clientId, grantId), Grant.class);
    }

    @Override
    public List<Grant> of(String userId) {
        return table.list(GRANT.query(userId), Grant.class);
    }

    @Override
    public void end(String userId, String clientId, String grantId) {
        table.commit(Change.none().delete(GRANT.key(userId, clientId, grantId)));
    }

    @Override
    public void endAll(String userId, Instant grantedBefore) {
        List<Grant> ending = table.list(GRANT.query(userId), Grant.class).stream()
                .filter(grant -> grant.grantedAt().isBefore(grantedBefore))
                .toList();
        Change change = Change.none();
        for (Grant grant : ending.subList(0, Math.min(AT_ONCE, ending.size()))) {
            change = change.delete(key(grant));
        }
        if (ending.size() > AT_ONCE) {
            change = change.enqueue(new EndMoreAccess(userId, grantedBefore));
        }
        if (!change.isEmpty()) {
            table.commit(change);
        }
    }

    @Override
    public Optional<AuthorizationCode> find(String code) {
        return table.get(CODE.key(Hashes.sha256(code)), AuthorizationCode.class);
    }

    @Override
    public Optional<List<String>> redeem(String code, AuthorizationCode found, Grant grant, List<IssuedToken> tokens) {
        Row spent = Row.of(CODE.key(Hashes.sha256(code)), found.asSpent()).expires(grant.until());
        return spend(spent, grant, tokens);
    }

    @Override
    public Optional<IssuedToken> token(String token) {
        return table.get(TOKEN.key(Hashes.sha256(token)), IssuedToken.class);
    }

    @Override
    public Optional<List<String>> rotate(String token, IssuedToken found, Grant grant, List<IssuedToken> next) {
        Row spent = Row.of(TOKEN.key(Hashes.sha256(token)), found.asSpent()).expires(found.until());
        return spend(spent, grant, next);
    }

    @Override
    public void forget(String token) {
        table.commit(Change.none().delete(TOKEN.key(Hashes.sha256(token))));
    }

    private Optional<List<String>> spend(Row spent, Grant grant, List<IssuedToken> tokens) {
        List<String> values = new ArrayList<>();
        Change change = Change.none()
                .put(spent, Condition.equal(SPENT, false))
                .put(Row.of(key(grant), grant).expires(grant.until()), Condition.present());
        for (IssuedToken token : tokens) {
            String value = secrets.next();
            values.add(value);
            change =
                    change.create(Row.of(TOKEN.key(Hashes.sha256(value)), token).expires(token.until()));
        }
        try {
            table.commit(change);
            return Optional.of(List.copyOf(values));
        } catch (ConditionFailed lost) {
            return Optional.empty();
        }
    }

    private static Key key(Grant grant) {
        return GRANT.key(grant.userId(), grant.clientId(), grant.id());
    }
}
