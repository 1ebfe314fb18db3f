package org.tctf.builtinidentity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.ServiceTable;

/** Tokens that must not pass (RFC 8725), each wrong in one thing only. */
class AccessTokensTest {
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final ProviderBench bench = new ProviderBench();
    private final BuiltinIdentity provider = bench.provider();
    private final AccessTokens tokens = provider.accessTokens();
    private final AccessTokenVerifier verifier = provider.verifier();
    private final Principal ada =
            new Principal("ada", Set.of(Role.MEMBER, Role.STAFF), "session-1", Instant.parse("2026-11-20T08:30:00Z"));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aTokenProvesItsCallerEachTimeItComes() {
        String token = tokens.issue(ada);
        assertThat(verifier.verify(token)).isEqualTo(ada);
        assertThat(verifier.verify(token)).isEqualTo(ada);
    }

    @Test
    void theMatrixTestsTokensThatWouldPassButForOneThing() throws Exception {
        assertThat(verifier.verify(signed(header -> header, claims -> claims))).isEqualTo(ada);
    }

    @Test
    void aTokenIsNeverLongerThanHeadersTake() {
        assertThat(tokens.issue(new Principal(
                                bench.ids.next().toString(),
                                Set.of(Role.values()),
                                bench.ids.next().toString(),
                                bench.clock.instant()))
                        .length())
                .isLessThan(1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "Bearer x", "eyJhbGciOiJub25lIn0.e30.", "\u0000"})
    void whatIsNoTokenIsRefused(String junk) {
        assertInvalid(junk);
    }

    @Test
    void anEndlessTokenIsRefused() {
        assertInvalid("a".repeat(1_000_000));
    }

    @Test
    void algNoneIsRefused() {
        assertInvalid(new PlainJWT(claims().build()).serialize());
        String unsigned = Base64URL.encode("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(kid()))
                + "." + Base64URL.encode(claims().build().toString()) + ".";
        assertInvalid(unsigned);
    }

    @Test
    void aMacUnderThePublicKeyIsRefused() throws Exception {
        for (byte[] key : List.of(
                publicKey().toECPublicKey().getEncoded(),
                publicKey().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))) {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .type(TYPE)
                    .keyID(kid())
                    .build();
            assertInvalid(signed(header, claims().build(), new MACSigner(key)));
        }
    }

    @Test
    void aTokenOfAnotherKeyUnderOurKeysNameIsRefused() throws Exception {
        SigningKey forged = SigningKey.fresh();
        assertInvalid(signed(header(kid()).build(), claims().build(), forged.signer()));
        assertInvalid(signed(
                header(forged.id()).jwk(forged.pair().toPublicJWK()).build(), claims().build(), forged.signer()));
    }

    @Test
    void aSignatureOfZerosIsRefused() {
        String[] parts = tokens.issue(ada).split("\\.");
        assertInvalid(parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[64]));
        assertInvalid(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void changedClaimsAreRefused() {
        String[] parts = tokens.issue(ada).split("\\.");
        String asAdmin = Base64URL.from(parts[1]).decodeToString().replace("STAFF", "ADMIN");
        assertInvalid(parts[0] + "." + Base64URL.encode(asAdmin) + "." + parts[2]);
    }

    @Test
    void aTokenOfAnotherKindIsRefused() throws Exception {
        assertInvalid(signed(header -> header.type(JOSEObjectType.JWT), claims -> claims));
        assertInvalid(signed(header -> header.type(null), claims -> claims));
        assertInvalid(signed(header -> header.keyID(null), claims -> claims));
        assertInvalid(signed(header -> header.keyID("unknown"), claims -> claims));
    }

    @Test
    void aCriticalExtensionThatWeDoNotKnowIsRefused() throws Exception {
        assertInvalid(signed(header -> header.customParam("exp", 1).criticalParams(Set.of("exp")), claims -> claims));
    }

    @Test
    void anothersTokenOrOneForAnotherIsRefused() throws Exception {
        assertInvalid(signed(header -> header, claims -> claims.issuer("https://elsewhere.example")));
        assertInvalid(signed(header -> header, claims -> claims.issuer(null)));
        assertInvalid(signed(header -> header, claims -> claims.audience("elsewhere")));
        assertInvalid(signed(header -> header, claims -> claims.audience((String) null)));
    }

    @Test
    void aTokenWithoutAClaimThatWeNeedIsRefused() throws Exception {
        for (String claim : List.of("sub", "sid", "roles", "auth_time", "iat", "exp", "jti", "gen", "roles_withheld")) {
            assertInvalid(signed(header -> header, claims -> claims.claim(claim, null)));
        }
        assertInvalid(signed(header -> header, claims -> claims.claim("roles", "ADMIN")));
        assertInvalid(signed(header -> header, claims -> claims.claim("roles", List.of("GOD"))));
        assertInvalid(signed(header -> header, claims -> claims.claim("auth_time", "yesterday")));
    }

    @Test
    void aTokenFromTheFutureIsRefused() throws Exception {
        Date later = Date.from(bench.clock.instant().plusSeconds(60));
        assertInvalid(signed(header -> header, claims -> claims.notBeforeTime(later)));
        assertInvalid(signed(header -> header, claims -> claims.issueTime(later)));
    }

    @Test
    void anExpiredTokenIsRefusedAlsoWhenItWasGoodBefore() throws Exception {
        String token = tokens.issue(ada);
        verifier.verify(token);
        bench.advance(AccessTokens.LIFETIME);
        assertRefused("TOKEN_EXPIRED", token);
        assertRefused("TOKEN_EXPIRED", token);
        Date past = Date.from(bench.clock.instant());
        assertRefused("TOKEN_EXPIRED", signed(header -> header, claims -> claims.expirationTime(past)));
    }

    @Test
    void aRetiredKeyVerifiesAsLongAsItsTokensLive() throws Exception {
        String old = tokens.issue(ada);
        String oldKey = kid();
        provider.rotateKeys();
        bench.advance(Duration.ofMinutes(59));
        assertThat(verifier.verify(old)).isEqualTo(ada);
        assertThat(JWKSet.parse(provider.publicKeys()).getKeys()).hasSize(2);
        bench.advance(KeyRing.VERIFIES_LONGER);
        assertThat(JWKSet.parse(provider.publicKeys()).getKeyByKeyId(oldKey)).isNull();
    }

    @Test
    void aKeyIsReplacedByItselfAfterNinetyDays() {
        String first = kid();
        bench.advance(KeyRing.SIGNS_FOR.minusSeconds(1));
        assertThat(kid()).isEqualTo(first);
        bench.advance(Duration.ofSeconds(1));
        assertThat(kid()).isNotEqualTo(first);
    }

    @Test
    void anotherProcessAcceptsTokensOfAKeyMadeSinceItStarted() {
        BuiltinIdentity other = bench.provider();
        other.verifier().verify(tokens.issue(ada));
        provider.rotateKeys();
        assertThat(other.verifier().verify(tokens.issue(ada))).isEqualTo(ada);
    }

    @Test
    void twoProcessesThatMakeTheFirstKeyAtOnceEndUpWithOne() {
        BuiltinIdentity other = bench.provider();
        assertThat(other.verifier().verify(tokens.issue(ada))).isEqualTo(ada);
        assertThat(verifier.verify(other.accessTokens().issue(ada))).isEqualTo(ada);
        assertThat(kid()).isEqualTo(kidOf(other.accessTokens().issue(ada)));
    }

    @Test
    void aSignedOutSessionsAccessTokenIsRefusedAtOnceAndAfterARestart() {
        var member = bench.member(provider);
        var session = ProviderBench.signIn(provider, member);
        verifier.verify(session.accessToken());
        provider.sessions().end(member.id(), session.sessionId());
        assertInvalid(session.accessToken());
        assertThatThrownBy(() -> bench.provider().verifier().verify(session.accessToken()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void privateKeysLieEncryptedInTheTable() {
        tokens.issue(ada);
        var ring = bench.serviceTable(bench.table).get(ProviderTable.KEY_RING.key(), KeyRing.class);
        String sealed = ring.orElseThrow().newestFirst().getFirst().privateJwk().value();
        assertThat(sealed).doesNotContain("kty");
        assertThat(ring.orElseThrow().newestFirst().getFirst().publicJwk())
                .contains("kty")
                .doesNotContain("\"d\"");
        assertThatThrownBy(() -> bench.encryption.decrypt(
                        "something-else",
                        ring.orElseThrow().newestFirst().getFirst().privateJwk()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = bench.clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(TokenTerms.LOCAL.issuer())
                .audience(TokenTerms.LOCAL.audience())
                .subject(ada.memberId())
                .claim("sid", ada.sessionId())
                .claim("gen", 0L)
                .claim("roles", List.of("MEMBER", "STAFF"))
                .claim("roles_withheld", List.of())
                .claim("auth_time", ada.authenticatedAt().getEpochSecond())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .jwtID("1");
    }

    private String signed(UnaryOperator<JWSHeader.Builder> header, UnaryOperator<JWTClaimsSet.Builder> claims)
            throws JOSEException {
        ServiceTable table = bench.serviceTable(bench.table);
        SigningKey ours =
                new SigningKeys(table, new KnownKeys(table, bench.clock), bench.encryption, bench.clock).current();
        return signed(
                header.apply(header(ours.id())).build(), claims.apply(claims()).build(), ours.signer());
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static JWSHeader.Builder header(String kid) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(kid);
    }

    private ECKey publicKey() throws ParseException {
        return JWKSet.parse(provider.publicKeys()).getKeys().getFirst().toECKey();
    }

    private String kid() {
        return kidOf(tokens.issue(ada));
    }

    static String kidOf(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void assertInvalid(String token) {
        assertRefused("INVALID_TOKEN", token);
    }

    private void assertRefused(String code, String token) {
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAUTHENTICATED);
            assertThat(problem.code()).isEqualTo(code);
        });
    }
}
