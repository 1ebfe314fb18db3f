package org.tctf.builtinidentity;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Function;
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
import org.tctf.kernel.crypto.RandomSecrets;
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
    private final StoredIdentities identities;
    private final StoredSecondFactors secondFactors;
    private final StoredSignIns signIns;
    private final StoredServiceKeys serviceKeys;

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
                hashing -> hashing,
                settings.cost(),
                settings.hashesAtOnce());
    }

    /**
     * With passwords kept by somebody else.
     *
     * @param cost of the hashes by which past passwords are known
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
            HashingCost cost,
            int comparedAtOnce) {
        this(tables, encryption, clock, ids, random, terms, hashing -> keeper, cost, comparedAtOnce);
    }

    private BuiltinIdentity(
            ServiceTables tables,
            Encryption encryption,
            InstantSource clock,
            Ids ids,
            SecureRandom random,
            TokenTerms terms,
            Function<Argon2id, PasswordKeeper> keepers,
            HashingCost cost,
            int comparedAtOnce) {
        Argon2id hashing = new Argon2id(cost, random, comparedAtOnce);
        PasswordKeeper today = keepers.apply(hashing);
        PasswordKeeper keeper = new MigratingKeeper(today);
        ServiceTable table = tables.of(ProviderTable.DEFINITION);
        Turnstile turnstile = new Turnstile(comparedAtOnce);
        EndedSessions ended = new EndedSessions(table, clock);
        KnownKeys known = new KnownKeys(table, clock);
        KnownServiceKeys knownServiceKeys = new KnownServiceKeys(table, clock);
        keys = new SigningKeys(table, known, encryption, clock);
        accessTokens = new AccessTokens(keys, terms, clock, ids);
        verifier = new AccessTokenVerifier(known, ended, knownServiceKeys, terms, clock);
        serviceKeys = new StoredServiceKeys(table, knownServiceKeys, random, clock);
        RandomSecrets secrets = new RandomSecrets(random);
        sessions = new StoredSessions(table, accessTokens, ended, clock, ids, secrets);
        identities = new StoredIdentities(table, secrets, clock);
        PasswordHistory history = new PasswordHistory(today, hashing);
        accounts = new StoredAccounts(table, keeper, history, turnstile, sessions, identities, ended, clock, ids);
        passwords = new StoredPasswords(table, accounts, keeper, history, turnstile, clock, secrets);
        secondFactors = new StoredSecondFactors(table, accounts, secrets, clock, ids);
        signIns = new StoredSignIns(table, accounts, secondFactors, sessions, secrets, clock);
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
    public SignIns signIns() {
        return signIns;
    }

    @Override
    public SecondFactors secondFactors() {
        return secondFactors;
    }

    @Override
    public ExternalIdentities externalIdentities() {
        return identities;
    }

    @Override
    public ServiceKeys serviceKeys() {
        return serviceKeys;
    }

    @Override
    public String publicKeys() {
        return keys.publicJson();
    }
}
