package org.tctf.cognito;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.tctf.builtinidentity.ProviderTable;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.contracts.ScratchFolder;
import org.tctf.json.JacksonCodec;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Ids;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.keyring.FileSecrets;
import org.tctf.keyring.KeyringEncryption;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.FakeCognito;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteTables;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** A provider over a user pool on the loopback address and a table in a folder of its own, by a clock that the test moves. */
final class PoolBench implements AutoCloseable {
    static final UserPool POOL = new UserPool(FakeCognito.POOL, FakeCognito.CLIENT);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T09:00:00Z"));
    final InstantSource clock = now::get;
    private final Ids ids = Ids.v7(clock, new Random(1));
    final FakeAws aws = FakeAws.start();
    final FakeCognito pool = FakeCognito.on(aws, clock);
    final CognitoIdentityProviderClient cognito = client(ClientLimits.standard());
    private final ScratchFolder folder = ScratchFolder.named("tctf-pool");
    private final SqliteTables files;
    private final Encryption encryption;
    private final ServiceTable table;

    PoolBench() {
        files = SqliteTables.open(folder.path(), Durability.RELAXED, clock);
        encryption = KeyringEncryption.open(folder.path().resolve("keyring"), clock);
        table = new ServiceTable(
                ProviderTable.DEFINITION,
                files.of(ProviderTable.DEFINITION),
                new JacksonCodec(),
                new JsonEventSchemas(),
                new Cursors(FileSecrets.open(folder.path().resolve("secrets")), new SecureRandom()),
                clock,
                ids);
    }

    CognitoIdentity provider() {
        return provider(cognito, POOL);
    }

    CognitoIdentity provider(CognitoIdentityProviderClient client, UserPool pool) {
        return new CognitoIdentity(
                client, pool, service -> table, encryption, clock, ids, new SecureRandom(), TokenTerms.LOCAL);
    }

    CognitoIdentityProviderClient client(ClientOverrideConfiguration limits) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(limits)
                .build();
    }

    void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    EmailAddress newAddress() {
        return new EmailAddress("ada-" + ids.next() + "@example.org");
    }

    @Override
    public void close() {
        cognito.close();
        aws.close();
        files.close();
        folder.close();
    }
}
