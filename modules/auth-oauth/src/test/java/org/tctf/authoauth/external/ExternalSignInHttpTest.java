package org.tctf.authoauth.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tctf.authoauth.external.Visitors.Member;
import org.tctf.identity.Proof;
import org.tctf.identity.SignIns;
import org.tctf.testing.Answer;
import org.tctf.testing.Platform;

/** Signing in with a provider that is certified, and not ours. */
class ExternalSignInHttpTest {
    private static Platform platform;
    private static Visitors visitors;
    private static CertifiedIssuer acme;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        acme = CertifiedIssuer.start(Visitors.PAGE);
        platform = Platform.startWithoutRateLimits();
        visitors = new Visitors(platform);
        visitors.setUp("acme", "OPENID_CONNECT", acme.issuer).expect(200);
        visitors.setUp("acme-too", "OPENID_CONNECT", acme.issuer).expect(200);
    }

    @AfterAll
    static void stop() {
        if (platform != null) {
            platform.close();
        }
        if (acme != null) {
            acme.close();
        }
    }

    /** As the certified issuer reads it: an id, two names, and whether the address is verified. */
    private static String stranger() {
        return UUID.randomUUID() + ".Ada.Lovelace.yes";
    }

    private static String email(String subject) {
        return subject.replace('.', '-') + "@example.org";
    }

    private static Answer signIn(String subject) {
        Answer started = visitors.start("acme");
        return visitors.end("acme", started, acme.visit(started.at("/authorizationUrl"), subject));
    }

    private static Answer link(Member member, String subject) {
        Answer started = visitors.startLink(member, "acme");
        return visitors.endLink(member, "acme", started, acme.visit(started.at("/authorizationUrl"), subject));
    }

    private static String signedUp(String subject) {
        return visitors.signUp(signIn(subject).expect(200).at("/ticket"));
    }

    @Test
    void aStrangerGetsATicketForTheSignUpAndIsSignedInTheNextTime() {
        String ada = stranger();
        Answer first = signIn(ada).expect(200);
        assertThat(first.at("/status")).isEqualTo("SIGN_UP_REQUIRED");
        assertThat(first.at("/firstName")).isEqualTo("Ada");
        assertThat(first.at("/lastName")).isEqualTo("Lovelace");
        assertThat(first.at("/email")).contains("***").isNotEqualTo(email(ada));
        assertThat(first.json().has("accessToken")).isFalse();

        String userId = visitors.signUp(first.at("/ticket"));
        Answer second = signIn(ada).expect(200);
        assertThat(second.at("/status")).isEqualTo("SIGNED_IN");
        assertThat(second.at("/userId")).isEqualTo(userId);
        assertThat(platform.published("EXTERNAL_SIGN_IN_COMPLETED")).anySatisfy(fact -> {
            assertThat(fact.subject()).isEqualTo(userId);
            assertThat(fact.data())
                    .contains("\"sessionId\":\"%s\"".formatted(second.at("/sessionId")))
                    .contains("\"proofs\":[\"EXTERNAL_IDENTITY\"]");
        });
        Answer links = platform.anonymous()
                .token(second.at("/accessToken"))
                .get("/v1/auth/oauth/links")
                .expect(200);
        assertThat(links.at("/items/0/provider")).isEqualTo("acme");
    }

    @Test
    void whatABrowserBringsBackIsGoodOnce() {
        Answer started = visitors.start("acme");
        Back back = acme.visit(started.at("/authorizationUrl"), stranger());
        visitors.end("acme", started, back).expect(200);
        assertThat(visitors.end("acme", started, back).expect(400).at("/code")).isEqualTo("UNKNOWN_ATTEMPT");
        Answer again = visitors.start("acme");
        Back spent = Visitors.backAtOnce(again)
                .with("code", back.parameters().get("code"))
                .with("iss", acme.issuer.toString());
        assertThat(visitors.end("acme", again, spent).expect(400).at("/code")).isEqualTo("EXTERNAL_SIGN_IN_REFUSED");
    }

    @Test
    void aCodeThatIsSlippedIntoAnothersBrowserIsWorthNothing() {
        Answer attackers = visitors.start("acme");
        Back back = acme.visit(attackers.at("/authorizationUrl"), stranger());
        Answer victims = visitors.start("acme");
        assertThat(visitors.end("acme", victims, back).expect(400).at("/code")).isEqualTo("UNKNOWN_ATTEMPT");
        Answer own = visitors.start("acme");
        Back injected = Visitors.backAtOnce(own)
                .with(
                        "code",
                        acme.visit(visitors.start("acme").at("/authorizationUrl"), stranger())
                                .parameters()
                                .get("code"))
                .with("iss", acme.issuer.toString());
        assertThat(visitors.end("acme", own, injected).expect(400).at("/code")).isEqualTo("EXTERNAL_SIGN_IN_REFUSED");
    }

    @Test
    void aStateThatNobodyBeganIsRefused() {
        Answer started = visitors.start("acme");
        Back back = acme.visit(started.at("/authorizationUrl"), stranger()).with("state", "made-up");
        assertThat(visitors.end("acme", started, back).expect(400).at("/code")).isEqualTo("UNKNOWN_ATTEMPT");
    }

    @Test
    void whatBeganAtOneProviderDoesNotEndAtAnother() {
        Answer started = visitors.start("acme");
        Back back = acme.visit(started.at("/authorizationUrl"), stranger());
        assertThat(visitors.end("acme-too", started, back).expect(400).at("/code"))
                .isEqualTo("UNKNOWN_ATTEMPT");
    }

    @Test
    void aServerThatSaysWhoItIsMustSayItAndBeTheOne() {
        for (String said : new String[] {"", "https://evil.example"}) {
            Answer started = visitors.start("acme");
            Back back = acme.visit(started.at("/authorizationUrl"), stranger()).with("iss", said);
            assertThat(visitors.end("acme", started, back).expect(400).at("/code"))
                    .isEqualTo("EXTERNAL_SIGN_IN_REFUSED");
        }
    }

    @Test
    void whoTakesMoreThanTenMinutesStartsAgain() {
        Answer started = visitors.start("acme");
        Back back = acme.visit(started.at("/authorizationUrl"), stranger());
        platform.advance(Duration.ofMinutes(10));
        assertThat(visitors.end("acme", started, back).expect(400).at("/code")).isEqualTo("UNKNOWN_ATTEMPT");
    }

    @Test
    void anIssuerMayChangeItsKeys() throws IOException {
        signIn(stranger()).expect(200);
        acme.rotateKeys();
        assertThat(signIn(stranger()).expect(200).at("/status")).isEqualTo("SIGN_UP_REQUIRED");
    }

    @Test
    void anAddressThatTheProviderHasNotVerifiedOpensNothing() {
        Answer answer = signIn(UUID.randomUUID() + ".Eve.Adams.no").expect(422);
        assertThat(answer.at("/code")).isEqualTo("EMAIL_NOT_VERIFIED");
    }

    @Test
    void anAddressThatHasAnAccountIsLinkedByItsMemberOnly() {
        String ada = stranger();
        Member member = visitors.member(email(ada));
        Answer before = signIn(ada).expect(200);
        assertThat(before.at("/status")).isEqualTo("LINK_REQUIRED");
        assertThat(before.json().has("ticket")).isFalse();

        Answer linked = link(member, ada).expect(200);
        assertThat(linked.at("/provider")).isEqualTo("acme");
        assertThat(link(member, ada).expect(200).at("/linkId")).isEqualTo(linked.at("/linkId"));
        assertThat(platform.settled("IDENTITY_LINKED"))
                .filteredOn(fact -> fact.subject().equals(member.id()))
                .hasSize(1);
        assertThat(signIn(ada).expect(200).at("/userId")).isEqualTo(member.id());
    }

    @Test
    void unlinkingEndsWhatTheProviderHasOpened() {
        String ada = stranger();
        Member member = visitors.member();
        String linkId = link(member, ada).expect(200).at("/linkId");
        String opened = signIn(ada).expect(200).at("/sessionId");
        member.caller().delete("/v1/auth/oauth/links/" + linkId).expect(204);
        assertThat(platform.identity().sessions().of(member.id()))
                .extracting(session -> session.id())
                .contains(member.sessionId())
                .doesNotContain(opened);
        assertThat(platform.settled("IDENTITY_UNLINKED"))
                .filteredOn(fact -> fact.subject().equals(member.id()))
                .hasSize(1);
        assertThat(signIn(ada).expect(200).at("/status")).isEqualTo("SIGN_UP_REQUIRED");
        member.caller().delete("/v1/auth/oauth/links/" + linkId).expect(404);
    }

    @Test
    void theLastWayInStays() {
        String ada = stranger();
        Member member = visitors.signedIn(signedUp(ada), email(ada));
        String linkId = member.caller().get("/v1/auth/oauth/links").at("/items/0/linkId");
        Answer answer = member.caller().delete("/v1/auth/oauth/links/" + linkId).expect(409);
        assertThat(answer.at("/code")).isEqualTo("LAST_WAY_IN");
        assertThat(answer.at("/detail")).contains("password");
        assertThat(platform.settled("IDENTITY_UNLINKED"))
                .noneMatch(fact -> fact.subject().equals(member.id()));
        assertThat(signIn(ada).expect(200).at("/status")).isEqualTo("SIGNED_IN");
    }

    @Test
    void anIdentityLeadsIntoOneAccountHoweverManyLinkItAtOnce() throws Exception {
        String ada = stranger();
        try (ExecutorService both = Executors.newFixedThreadPool(3)) {
            var answers = both.invokeAll(Stream.generate(visitors::member)
                    .limit(3)
                    .map(member -> (Callable<Answer>) () -> link(member, ada))
                    .toList());
            int linked = 0;
            for (var answer : answers) {
                if (answer.get().status() == 200) {
                    linked++;
                } else {
                    assertThat(answer.get().expect(409).at("/code")).isEqualTo("IDENTITY_TAKEN");
                }
            }
            assertThat(linked).isEqualTo(1);
        }
    }

    @Test
    void aLinkEndsInTheSessionInWhichItBegan() {
        Member member = visitors.member();
        Answer started = visitors.startLink(member, "acme");
        Back back = acme.visit(started.at("/authorizationUrl"), stranger());
        Member elsewhere = visitors.signedIn(member.id(), member.email());
        assertThat(visitors.endLink(elsewhere, "acme", started, back)
                        .expect(400)
                        .at("/code"))
                .isEqualTo("UNKNOWN_ATTEMPT");
        Answer signIn = visitors.start("acme");
        Back other = acme.visit(signIn.at("/authorizationUrl"), stranger());
        assertThat(visitors.endLink(member, "acme", signIn, other).expect(400).at("/code"))
                .isEqualTo("UNKNOWN_ATTEMPT");
    }

    @Test
    void aStolenTokenLinksAndUnlinksNothing() {
        Member member = visitors.member();
        String linkId = link(member, stranger()).expect(200).at("/linkId");
        platform.advance(Duration.ofMinutes(6));
        Answer link = member.caller().post("/v1/auth/oauth/acme/link", Map.of("redirectUri", Visitors.PAGE));
        assertThat(link.expect(401).at("/code")).isEqualTo("RECENT_AUTHENTICATION_REQUIRED");
        Answer unlink = member.caller().delete("/v1/auth/oauth/links/" + linkId);
        assertThat(unlink.expect(401).at("/code")).isEqualTo("RECENT_AUTHENTICATION_REQUIRED");
    }

    @Test
    void aProviderIsOneFactorOnly() {
        String ada = stranger();
        String userId = signedUp(ada);
        platform.identity().secondFactors().require(userId);
        Answer answer = signIn(ada).expect(200);
        assertThat(answer.at("/status")).isEqualTo("MFA_REQUIRED");
        assertThat(answer.json().has("accessToken")).isFalse();
        SignIns.Challenge challenge =
                platform.identity().signIns().challenge(answer.at("/challenge")).orElseThrow();
        assertThat(challenge.first()).isEqualTo(Proof.EXTERNAL_IDENTITY);
        assertThat(platform.settled("EXTERNAL_SIGN_IN_COMPLETED"))
                .noneMatch(fact -> fact.subject().equals(userId));
    }

    @Test
    void whoWasShutOutStaysOut() {
        String ada = stranger();
        platform.identity().accounts().disable(signedUp(ada));
        assertThat(signIn(ada).expect(403).at("/code")).isEqualTo("ACCOUNT_DISABLED");
    }

    @Test
    void whoWasErasedMaySignUpAgain() {
        String ada = stranger();
        platform.identity().accounts().erase(signedUp(ada));
        assertThat(signIn(ada).expect(200).at("/status")).isEqualTo("SIGN_UP_REQUIRED");
    }
}
