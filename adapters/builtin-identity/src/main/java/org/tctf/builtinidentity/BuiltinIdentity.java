package org.tctf.builtinidentity;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.tctf.identity.Accounts;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Passwords;
import org.tctf.identity.Sessions;
import org.tctf.kernel.Ids;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/**
 * The identity provider that needs nothing but a table, and a keeper of passwords. Making one reads nothing and computes
 * nothing; keys and hashes are made when first needed.
 */
public final class BuiltinIdentity implements IdentityProvider {
    private final SigningKeys keys;
    private final AccessTokens accessTokens;
    private final AccessTokenVerifier verifier;
    private final StoredAccounts accounts;
    private final StoredPasswords passwords;
    private final StoredSessions sessions;

    /**
     * With Argon2id hashes of the passwords in the table.
     *
     * @param tables gives the table of {@link ProviderTable#DEFINITION}
     * @param encryption seals the private signing keys
     * @param random for salts and refresh tokens
     */
    public BuiltinIdentity(
            ServiceTables tables,
            Encryption encryption,
            InstantSource clock,
            Ids ids,
            SecureRandom random,
            ProviderSettings settings) {
        this(
                tables,
                encryption,
                clock,
                ids,
                random,
                settings.tokens(),
                new Argon2id(settings.cost(), random),
                settings.hashesAtOnce());
    }

    /**
     * With passwords kept by somebody else.
     *
     * @param comparedAtOnce how many passwords this process compares side by side; the others wait
     */
    public BuiltinIdentity(
            ServiceTables tables,
            Encryption encryption,
            InstantSource clock,
            Ids ids,
            SecureRandom random,
            TokenTerms terms,
            PasswordKeeper keeper,
            int comparedAtOnce) {
        ServiceTable table = tables.of(ProviderTable.DEFINITION);
        Turnstile turnstile = new Turnstile(comparedAtOnce);
        EndedSessions ended = new EndedSessions(table, clock);
        KnownKeys known = new KnownKeys(table, clock);
        keys = new SigningKeys(table, known, encryption, clock);
        accessTokens = new AccessTokens(keys, terms, clock, ids);
        verifier = new AccessTokenVerifier(known, ended, terms, clock);
        sessions = new StoredSessions(table, accessTokens, ended, clock, ids, random);
        accounts = new StoredAccounts(table, keeper, turnstile, sessions, ended, clock, ids);
        passwords = new StoredPasswords(table, accounts, keeper, turnstile, clock);
    }

    /** Signs access tokens. */
    public AccessTokens accessTokens() {
        return accessTokens;
    }

    /** Proves access tokens; what ends here, it refuses at once. */
    public AccessTokenVerifier verifier() {
        return verifier;
    }

    /**
     * Makes a new signing key now; tokens signed by the old ones stay valid. Other processes sign with it within five
     * minutes. It also happens by itself, every 90 days.
     */
    public void rotateKeys() {
        keys.rotate();
    }

    @Override
    public Accounts accounts() {
        return accounts;
    }

    @Override
    public Passwords passwords() {
        return passwords;
    }

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public String publicKeys() {
        return keys.publicJson();
    }
}
