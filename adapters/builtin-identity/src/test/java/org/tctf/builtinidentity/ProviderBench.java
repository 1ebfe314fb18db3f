package org.tctf.builtinidentity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;
import org.tctf.contracts.ScratchFolder;
import org.tctf.identity.Account;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.Password;
import org.tctf.identity.Passwords.Check;
import org.tctf.identity.Proof;
import org.tctf.identity.SignIns;
import org.tctf.identity.Tokens;
import org.tctf.json.JacksonCodec;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Ids;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.Table;
import org.tctf.keyring.KeyringEncryption;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteTables;

/** A provider over a table in a folder of its own, with a clock that the test moves and hashes that cost nothing. */
final class ProviderBench implements AutoCloseable {
    static final Password PASSWORD = new Password("correct horse battery");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T09:00:00Z"));
    private final ScratchFolder folder = ScratchFolder.named("tctf-provider");
    private final SqliteTables files;
    final InstantSource clock = now::get;
    final Ids ids = Ids.v7(clock, new Random(1));
    final Encryption encryption;
    final CountingTable table;
    final CountingKeeper keeper = new CountingKeeper(new Argon2id(HashingCost.LEAST, new SecureRandom(), 1));

    ProviderBench() {
        files = SqliteTables.open(folder.path(), Durability.RELAXED, clock);
        encryption = KeyringEncryption.open(folder.path().resolve("keyring"), clock);
        table = new CountingTable(files.of(ProviderTable.DEFINITION));
    }

    /** A provider on this bench's table; a second one is what a restarted process, or another, would be. */
    BuiltinIdentity provider() {
        return provider(keeper);
    }

    BuiltinIdentity provider(PasswordKeeper how) {
        ServiceTable serviceTable = serviceTable(table);
        return new BuiltinIdentity(
                service -> serviceTable,
                encryption,
                clock,
                ids,
                new SecureRandom(),
                TokenTerms.LOCAL,
                how,
                HashingCost.LEAST,
                2);
    }

    ServiceTable serviceTable(Table under) {
        return new ServiceTable(
                ProviderTable.DEFINITION,
                under,
                new JacksonCodec(),
                new JsonEventSchemas(),
                new Cursors(new SecretKeySpec(new byte[32], "AES"), new SecureRandom()),
                clock,
                ids);
    }

    void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    EmailAddress newAddress() {
        return new EmailAddress("ada-" + ids.next() + "@example.org");
    }

    /** A confirmed account with {@link #PASSWORD}. */
    Account member(BuiltinIdentity provider) {
        EmailAddress email = newAddress();
        Registration.Registered registered =
                (Registration.Registered) provider.accounts().register(email, PASSWORD);
        provider.accounts().confirm(registered.accountId());
        return ((Check.Right) provider.passwords().check(email, PASSWORD)).account();
    }

    static Tokens signIn(BuiltinIdentity provider, Account account) {
        return ((SignIns.Opened) provider.signIns().begin(account.id(), Proof.PASSWORD, null, null)).tokens();
    }

    @Override
    public void close() {
        files.close();
        folder.close();
    }
}
