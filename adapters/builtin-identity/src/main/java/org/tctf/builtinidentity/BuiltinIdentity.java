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
 * The identity provider that needs nothing but a table. Making one reads nothing and computes nothing; keys and hashes
 * are made when first needed.
 */
public final class BuiltinIdentity implements IdentityProvider {
    private final SigningKeys keys;
    private final AccessTokens accessTokens;
    private final StoredAccounts accounts;
    private final StoredPasswords passwords;
    private final StoredSessions sessions;

    /**
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
        this(tables, encryption, clock, ids, random, settings, new Argon2id(settings.cost(), random));
    }

    BuiltinIdentity(
            ServiceTables tables,
            Encryption encryption,
            InstantSource clock,
            Ids ids,
            SecureRandom random,
            ProviderSettings settings,
            PasswordHashing hashing) {
        ServiceTable table = tables.of(ProviderTable.DEFINITION);
        Turnstile turnstile = new Turnstile(settings.hashesAtOnce());
        EndedSessions ended = new EndedSessions(table, clock);
        keys = new SigningKeys(table, encryption, clock);
        accessTokens = new AccessTokens(keys, ended, settings.tokens(), clock, ids);
        sessions = new StoredSessions(table, accessTokens, ended, clock, ids, random);
        accounts = new StoredAccounts(table, hashing, turnstile, sessions, ended, clock, ids);
        passwords = new StoredPasswords(table, accounts, hashing, turnstile, clock);
    }

    /** Signs and proves access tokens. */
    public AccessTokens accessTokens() {
        return accessTokens;
    }

    /** Makes a new signing key now; tokens signed by the old ones stay valid. It also happens by itself, every 90 days. */
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
