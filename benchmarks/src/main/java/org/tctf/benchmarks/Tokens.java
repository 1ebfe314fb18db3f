package org.tctf.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.tctf.builtinidentity.AccessTokenVerifier;
import org.tctf.builtinidentity.BuiltinIdentity;
import org.tctf.builtinidentity.ProviderSettings;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.contracts.ScratchFolder;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.json.JacksonCodec;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.OpenedTables;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.keyring.KeyringEncryption;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteTables;

/**
 * What proving an access token costs: one that this process knows, one that it sees for the first time, and one that is
 * refused for its signature. The floor is the bare check of the signature, by the JDK; beside it the same by Bouncy Castle.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime) // medians: an average is that of whatever else the machine does
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls issue() first
public class Tokens {
    /** Fewer than a verifier remembers; after these comes a new verifier, whose first reads are spread over all of them. */
    private static final int TOKENS = 2_000;

    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    private record Signed(byte[] text, byte[] signature) {}

    private final InstantSource clock = InstantSource.fixed(Instant.now());
    private final String[] tokens = new String[TOKENS];
    private final String[] forged = new String[TOKENS];
    private final Signed[] signed = new Signed[TOKENS];
    private final BouncyCastleProvider bouncyCastle = new BouncyCastleProvider();
    private ServiceTables tables;
    private PublicKey key;
    private AccessTokenVerifier knowing;
    private AccessTokenVerifier fresh;
    private int at;

    @Setup
    public void issue() throws IOException, ParseException, GeneralSecurityException, JOSEException {
        Path folder = ScratchFolder.untilExit("tctf-tokens");
        SecureRandom random = new SecureRandom();
        Ids ids = Ids.v7(clock, random);
        SqliteTables files = SqliteTables.open(folder, Durability.RELAXED, clock);
        Cursors cursors = new Cursors(new SecretKeySpec(new byte[32], "AES"), random);
        tables = new OpenedTables(files::of, new JacksonCodec(), new JsonEventSchemas(), cursors, clock, ids);
        BuiltinIdentity provider = new BuiltinIdentity(
                tables,
                KeyringEncryption.open(folder.resolve("keyring"), clock),
                clock,
                ids,
                random,
                ProviderSettings.standard(TokenTerms.LOCAL));
        for (int i = 0; i < TOKENS; i++) {
            Principal caller = new Principal("member-" + i, Set.of(Role.MEMBER), "session-" + i, clock.instant());
            tokens[i] = provider.accessTokens().issue(caller);
        }
        for (int i = 0; i < TOKENS; i++) {
            int signature = tokens[i].lastIndexOf('.');
            String others = tokens[(i + 1) % TOKENS];
            forged[i] = tokens[i].substring(0, signature) + others.substring(others.lastIndexOf('.'));
            signed[i] = new Signed(
                    tokens[i].substring(0, signature).getBytes(StandardCharsets.US_ASCII),
                    Base64.getUrlDecoder().decode(tokens[i].substring(signature + 1)));
        }
        key = JWKSet.parse(provider.publicKeys()).getKeys().getFirst().toECKey().toECPublicKey();
        knowing = verifier();
        fresh = verifier();
        knowing.verify(tokens[0]);
    }

    @Benchmark
    public boolean floorSignatureByTheJdk() throws GeneralSecurityException {
        return isRight(Signature.getInstance(ALGORITHM, "SunEC"));
    }

    @Benchmark
    public boolean signatureByBouncyCastle() throws GeneralSecurityException {
        return isRight(Signature.getInstance("SHA256withPLAIN-ECDSA", bouncyCastle));
    }

    @Benchmark
    public Principal known() {
        return knowing.verify(tokens[0]);
    }

    @Benchmark
    public Principal firstSeen() {
        if (next() == 0) {
            fresh = verifier();
        }
        return fresh.verify(tokens[at]);
    }

    @Benchmark
    public String refused() {
        try {
            return knowing.verify(forged[next()]).memberId();
        } catch (Problem wrong) {
            return wrong.code();
        }
    }

    private boolean isRight(Signature check) throws GeneralSecurityException {
        Signed one = signed[next()];
        check.initVerify(key);
        check.update(one.text());
        if (!check.verify(one.signature())) {
            throw new GeneralSecurityException("a good signature was refused");
        }
        return true;
    }

    private int next() {
        at = (at + 1) % TOKENS;
        return at;
    }

    private AccessTokenVerifier verifier() {
        return new AccessTokenVerifier(tables, TokenTerms.LOCAL, clock);
    }

    static void run() throws RunnerException {
        measure("Proving an access token (≤ 60 µs)");
        measure("The same with C1 only, as in Lambda without a snapshot", "-XX:TieredStopAtLevel=1");
    }

    private static void measure(String title, String... options) throws RunnerException {
        var how = new OptionsBuilder()
                .include(Tokens.class.getName())
                .forks(1)
                .jvmArgsAppend("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")
                .jvmArgsPrepend(options)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .build();
        Table table = new Table(System.out, title, "", "p50 µs");
        for (RunResult result : new Runner(how).run()) {
            table.row(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getStatistics().getPercentile(50));
        }
    }
}
