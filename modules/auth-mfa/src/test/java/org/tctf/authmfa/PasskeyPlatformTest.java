package org.tctf.authmfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.authmfa.AuthMfa.Client;
import org.tctf.identity.Proof;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.Platform;

/** Passkeys, with a browser's own client and authenticator. */
class PasskeyPlatformTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Platform platform;
    private static Browser browser;

    private HttpAuthMfa service;
    private People people;
    private String ada;
    private String authenticator;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        platform = Platform.startWithoutRateLimits();
    }

    @AfterAll
    static void stop() {
        if (platform != null) {
            platform.close();
            browser.close();
        }
    }

    @BeforeEach
    void plugIn() {
        service = new HttpAuthMfa(platform);
        people = new People(platform.identity());
        ada = people.member();
        authenticator = browser.atHome().plugIn();
    }

    @AfterEach
    void pullOut() {
        browser.pullOut(authenticator);
    }

    @Test
    void aPasskeySignsInWithoutAnAccountBeingNamed() {
        String id = registered(people.signedIn(ada), "Laptop").at("/id");
        Answer options =
                platform.anonymous().post("/v1/auth/mfa/passkeys/signin").expect(200);
        assertThat(options.json().path("allowCredentials")).isEmpty();

        Client client = signedIn(browser.get(options.body()));
        assertThat(client.userId()).isEqualTo(ada);
        assertThat(people.proofsOf(client)).containsExactly(Proof.PASSKEY);
        assertThat(list(client)).singleElement().satisfies(passkey -> {
            assertThat(passkey.path("id").asText()).isEqualTo(id);
            assertThat(passkey.path("name").asText()).isEqualTo("Laptop");
            assertThat(passkey.has("usedAt")).isTrue();
        });
        assertThat(ofAda("PASSKEY_ADDED")).hasSize(1);
        assertThat(ofAda("MFA_SIGN_IN_COMPLETED").getFirst().at("/proofs/0").asText())
                .isEqualTo("PASSKEY");
    }

    @Test
    void aPasskeyIsEnoughWhereASecondFactorIsTurnedOn() {
        Client before = people.signedIn(ada);
        registered(before, "Laptop");
        App app = service.setUp(before);
        service.completeSetup(before, app.codeAt(service.now().minus(App.STEP)), app.codeAt(service.now()));
        assertThat(signIn().userId()).isEqualTo(ada);
    }

    @Test
    void aPasskeyProvesItsMemberAgain() {
        Client client = people.signedIn(ada);
        registered(client, "Laptop");
        platform.advance(Duration.ofMinutes(6));
        assertRefused("RECENT_AUTHENTICATION_REQUIRED", 401, member(client).post("/v1/auth/mfa/setup"));
        String options =
                member(client).post("/v1/auth/mfa/passkeys/step-up").expect(200).body();
        Answer proved = member(client)
                .post("/v1/auth/mfa/passkeys/step-up/complete", credential(browser.get(options)))
                .expect(200);
        platform.anonymous()
                .token(proved.at("/accessToken"))
                .post("/v1/auth/mfa/setup")
                .expect(200);
    }

    @Test
    void whatWasSignedIsAcceptedOnceAndForItsPurposeOnly() {
        Client client = people.signedIn(ada);
        registered(client, "Laptop");
        String signed = browser.get(begunSignIn());
        assertRefused(
                "CEREMONY_EXPIRED",
                410,
                member(client).post("/v1/auth/mfa/passkeys/step-up/complete", credential(signed)));
        signedIn(signed);
        assertRefused("CEREMONY_EXPIRED", 410, completed(signed));

        String late = browser.get(begunSignIn());
        platform.advance(Duration.ofMinutes(5));
        assertRefused("CEREMONY_EXPIRED", 410, completed(late));
    }

    @Test
    void whatWasChangedOnItsWayIsRefused() {
        registered(people.signedIn(ada), "Laptop");
        ObjectNode other = credential(browser.get(begunSignIn()));
        ObjectNode response = (ObjectNode) other.at("/credential/response");
        byte[] signature =
                Base64.getUrlDecoder().decode(response.path("signature").asText());
        signature[signature.length - 1] ^= 1;
        response.put("signature", Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
        assertRefused(
                "PASSKEY_REFUSED", 401, platform.anonymous().post("/v1/auth/mfa/passkeys/signin/complete", other));
    }

    @Test
    void unknownAccountsAndUnknownPasskeysAreRefusedAlike() {
        registered(people.signedIn(ada), "Laptop");
        ObjectNode stranger = credential(browser.get(begunSignIn()));
        ((ObjectNode) stranger.at("/credential/response"))
                .put("userHandle", Base64.getUrlEncoder().withoutPadding().encodeToString("nobody".getBytes()));
        Answer unknownAccount = platform.anonymous().post("/v1/auth/mfa/passkeys/signin/complete", stranger);

        ObjectNode another = credential(browser.get(begunSignIn()));
        ((ObjectNode) another.at("/credential")).put("id", "AAAA");
        Answer unknownPasskey = platform.anonymous().post("/v1/auth/mfa/passkeys/signin/complete", another);

        assertRefused("PASSKEY_REFUSED", 401, unknownAccount);
        assertRefused("PASSKEY_REFUSED", 401, unknownPasskey);
        assertThat(unknownPasskey.at("/detail")).isEqualTo(unknownAccount.at("/detail"));
    }

    @Test
    void aPasskeyOfWhoIsShutOutOpensNothing() {
        registered(people.signedIn(ada), "Laptop");
        platform.identity().accounts().disable(ada);
        assertRefused("ACCOUNT_DISABLED", 403, completed(browser.get(begunSignIn())));
    }

    @Test
    void oneOfTwoCopiesGivesBothAwayAndEndsWhatTheyOpened() {
        registered(people.signedIn(ada), "Laptop");
        JsonObject copy = browser.credentialOf(authenticator);
        Client thief = signIn();
        browser.clear(authenticator);
        browser.put(authenticator, copy);
        assertRefused("PASSKEY_REFUSED", 401, completed(browser.get(begunSignIn())));
        assertRefused("PASSKEY_REFUSED", 401, completed(browser.get(begunSignIn())));
        assertThat(ofAda("PASSKEY_CLONE_SUSPECTED")).hasSize(1);
        assertThat(people.identity().sessions().of(ada))
                .noneMatch(session -> session.id().equals(thief.sessionId()));
    }

    @Test
    void anAuthenticatorThatCannotTellWhoUsesItMakesNoPasskey() {
        browser.pullOut(authenticator);
        authenticator = browser.plugIn(false);
        String options = begunRegistration(people.signedIn(ada));
        assertThatThrownBy(() -> browser.create(options)).isInstanceOf(PlaywrightException.class);

        ObjectNode unverified = object(options);
        ((ObjectNode) unverified.path("authenticatorSelection"))
                .put("userVerification", "discouraged")
                .put("residentKey", "discouraged")
                .put("requireResidentKey", false);
        Client client = people.signedIn(ada);
        unverified.put(
                "challenge", object(begunRegistration(client)).path("challenge").asText());
        ObjectNode form = JSON.createObjectNode();
        form.set("credential", object(browser.create(unverified.toString())));
        assertRefused("PASSKEY_REFUSED", 400, member(client).post("/v1/auth/mfa/passkeys/register/complete", form));
    }

    @Test
    void aPasskeyOfAnotherSiteIsNone() {
        Client client = people.signedIn(ada);
        String options = begunRegistration(client);
        browser.at("http://localhost:9999/");
        ObjectNode form = JSON.createObjectNode();
        form.set("credential", object(browser.create(options)));
        assertRefused("PASSKEY_REFUSED", 400, member(client).post("/v1/auth/mfa/passkeys/register/complete", form));
        browser.atHome();
    }

    @Test
    void oneDeviceHasOnePasskeyOfAMember() {
        Client client = people.signedIn(ada);
        registered(client, "Laptop");
        assertThatThrownBy(() -> browser.create(begunRegistration(client)))
                .isInstanceOf(PlaywrightException.class)
                .hasMessageContaining("InvalidStateError");
    }

    @Test
    void aCredentialIsOneMembersOnly() {
        Client client = people.signedIn(ada);
        ObjectNode form = made(client, "Laptop");
        member(client).post("/v1/auth/mfa/passkeys/register/complete", form).expect(201);
        Client bob = people.signedIn(people.member());
        String challenge = object(begunRegistration(bob)).path("challenge").asText();
        // None attestation is not signed, so anybody can claim what they have seen: with a challenge of their own.
        ObjectNode response = (ObjectNode) form.at("/credential/response");
        ObjectNode clientData = object(new String(
                Base64.getUrlDecoder().decode(response.path("clientDataJSON").asText())));
        clientData.put("challenge", challenge);
        response.put(
                "clientDataJSON",
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(clientData.toString().getBytes()));
        assertRefused(
                "PASSKEY_ALREADY_REGISTERED", 409, member(bob).post("/v1/auth/mfa/passkeys/register/complete", form));
        assertThat(signIn().userId()).isEqualTo(ada);
    }

    @Test
    void aMemberHasTenPasskeys() {
        Client client = people.signedIn(ada);
        for (int more = 0; more < 10; more++) {
            registered(client, "Key " + more);
            browser.clear(authenticator);
        }
        assertRefused("TOO_MANY_PASSKEYS", 409, member(client).post("/v1/auth/mfa/passkeys/register"));
        assertThat(list(client)).hasSize(10);
        assertThat(service.status(client)).isEqualTo(new AuthMfa.Seen(false, 0, 0, false));
    }

    @Test
    void aPasskeyIsRenamedAndRemoved() {
        Client client = people.signedIn(ada);
        String id = registered(client, "Laptop").at("/id");
        assertThat(member(client)
                        .put("/v1/auth/mfa/passkeys/" + id, Map.of("name", "Old laptop"))
                        .expect(200)
                        .at("/name"))
                .isEqualTo("Old laptop");
        member(client).put("/v1/auth/mfa/passkeys/" + id, Map.of("name", "<b>")).expect(400);
        member(client).delete("/v1/auth/mfa/passkeys/" + id).expect(204);
        assertRefused("PASSKEY_NOT_FOUND", 404, member(client).delete("/v1/auth/mfa/passkeys/" + id));
        assertRefused("PASSKEY_NOT_FOUND", 404, member(client).put("/v1/auth/mfa/passkeys/" + id, Map.of("name", "x")));
        assertRefused("PASSKEY_REFUSED", 401, completed(browser.get(begunSignIn())));
        assertThat(ofAda("PASSKEY_REMOVED")).hasSize(1);
        assertRefused("NO_PASSKEYS", 409, member(client).post("/v1/auth/mfa/passkeys/step-up"));
    }

    @Test
    void passkeysChangeWithARecentProofOnly() {
        Client client = people.signedIn(ada);
        String id = registered(client, "Laptop").at("/id");
        ObjectNode form = madeElsewhere(client);
        platform.advance(Duration.ofMinutes(5).plusSeconds(1));
        String code = "RECENT_AUTHENTICATION_REQUIRED";
        assertRefused(code, 401, member(client).post("/v1/auth/mfa/passkeys/register"));
        assertRefused(code, 401, member(client).post("/v1/auth/mfa/passkeys/register/complete", form));
        assertRefused(code, 401, member(client).delete("/v1/auth/mfa/passkeys/" + id));
    }

    @Test
    void anErasedMembersPasskeysAreGone() {
        Client client = people.signedIn(ada);
        registered(client, "Laptop");
        begunRegistration(client);
        service.happened("ACCOUNT_DELETED", ada);
        assertThat(list(client)).isEmpty();
        assertRefused("PASSKEY_REFUSED", 401, completed(browser.get(begunSignIn())));
    }

    @Test
    void whatIsNoCredentialIsRefused() {
        Client client = people.signedIn(ada);
        ObjectNode form = made(client, "Laptop");
        ((ObjectNode) form.at("/credential/response")).put("clientDataJSON", "bm90IEpTT04");
        assertRefused(
                "MALFORMED_CREDENTIAL", 400, member(client).post("/v1/auth/mfa/passkeys/register/complete", form));
        platform.anonymous()
                .post("/v1/auth/mfa/passkeys/signin/complete", Map.of("credential", Map.of("id", "x")))
                .expect(400);
    }

    private Answer registered(Client client, String name) {
        return member(client)
                .post("/v1/auth/mfa/passkeys/register/complete", made(client, name))
                .expect(201);
    }

    private ObjectNode made(Client client, String name) {
        ObjectNode form = JSON.createObjectNode().put("name", name);
        form.set("credential", object(browser.create(begunRegistration(client))));
        return form;
    }

    private ObjectNode madeElsewhere(Client client) {
        browser.clear(authenticator);
        return made(client, "Phone " + UUID.randomUUID());
    }

    private String begunRegistration(Client client) {
        return member(client).post("/v1/auth/mfa/passkeys/register").expect(200).body();
    }

    private String begunSignIn() {
        return platform.anonymous()
                .post("/v1/auth/mfa/passkeys/signin")
                .expect(200)
                .body();
    }

    private Client signIn() {
        return signedIn(browser.get(begunSignIn()));
    }

    private Client signedIn(String signed) {
        return HttpAuthMfa.client(completed(signed).expect(200));
    }

    private Answer completed(String signed) {
        return platform.anonymous().post("/v1/auth/mfa/passkeys/signin/complete", credential(signed));
    }

    private Caller member(Client client) {
        return service.caller(client);
    }

    private List<JsonNode> list(Client client) {
        return member(client)
                .get("/v1/auth/mfa/passkeys")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<JsonNode> ofAda(String type) {
        return service.facts(type).stream()
                .filter(fact -> fact.path("userId").asText().equals(ada))
                .toList();
    }

    private static ObjectNode credential(String signed) {
        ObjectNode form = JSON.createObjectNode();
        form.set("credential", object(signed));
        return form;
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private static void assertRefused(String code, int status, Answer answer) {
        assertThat(answer.at("/code")).isEqualTo(code);
        answer.expect(status);
    }
}
