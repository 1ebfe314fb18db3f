package org.tctf.cognito;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.tctf.builtinidentity.AccessTokenVerifier;
import org.tctf.builtinidentity.AccessTokens;
import org.tctf.builtinidentity.BuiltinIdentity;
import org.tctf.builtinidentity.HashingCost;
import org.tctf.builtinidentity.ProviderTable;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.identity.Accounts;
import org.tctf.identity.ExternalIdentities;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Passwords;
import org.tctf.identity.SecondFactors;
import org.tctf.identity.ServiceKeys;
import org.tctf.identity.Sessions;
import org.tctf.identity.SignIns;
import org.tctf.kernel.Ids;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.table.ServiceTables;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * Passwords in Cognito, all else in the provider's table (ADR 18). Whether an account is confirmed or disabled is in the
 * table alone: Cognito says so before it has compared the password, to whoever asks.
 */
public final class CognitoIdentity implements IdentityProvider {
    /** Calls to Cognito side by side in one process; the others wait. */
    private static final int AT_ONCE = 16;

    private final BuiltinIdentity provider;

    /**
     * @param cognito with {@link ClientLimits}
     * @param tables gives the table of {@link ProviderTable#DEFINITION}
     * @param encryption seals the private signing keys
     * @param random for refresh tokens
     */
    public CognitoIdentity(
            CognitoIdentityProviderClient cognito,
            UserPool pool,
            ServiceTables tables,
            Encryption encryption,
            InstantSource clock,
            Ids ids,
            SecureRandom random,
            TokenTerms terms) {
        PoolUsers users = new PoolUsers(cognito, pool);
        LeftOverUsers leftOver = new LeftOverUsers(tables.of(ProviderTable.DEFINITION), users, clock);
        provider = new BuiltinIdentity(
                tables,
                encryption,
                clock,
                ids,
                random,
                terms,
                new PoolPasswords(users, leftOver),
                HashingCost.OWASP,
                AT_ONCE);
    }

    /** Signs access tokens. */
    public AccessTokens accessTokens() {
        return provider.accessTokens();
    }

    /** Proves access tokens; what ends here, it refuses at once. */
    public AccessTokenVerifier verifier() {
        return provider.verifier();
    }

    @Override
    public Accounts accounts() {
        return provider.accounts();
    }

    @Override
    public Passwords passwords() {
        return provider.passwords();
    }

    @Override
    public Sessions sessions() {
        return provider.sessions();
    }

    @Override
    public SignIns signIns() {
        return provider.signIns();
    }

    @Override
    public SecondFactors secondFactors() {
        return provider.secondFactors();
    }

    @Override
    public ExternalIdentities externalIdentities() {
        return provider.externalIdentities();
    }

    @Override
    public ServiceKeys serviceKeys() {
        return provider.serviceKeys();
    }

    @Override
    public String publicKeys() {
        return provider.publicKeys();
    }
}
