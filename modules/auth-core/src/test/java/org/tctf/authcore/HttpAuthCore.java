package org.tctf.authcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.testing.Refused.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Role;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.event.Envelope;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.Platform;

/** The service behind real HTTP, with real events. It outlives a sentence: the platform belongs to whoever made it. */
record HttpAuthCore(Platform platform) implements AuthCore {
    @Override
    public String signUp(Map<String, ?> form) {
        return accepted(platform.anonymous().post("/v1/account/signup", form)).at("/sessionId");
    }

    @Override
    public Client signUpWithTicket(String ticket, Map<String, ?> applicant) {
        Answer answer = accepted(platform.anonymous()
                .post("/v1/account/signup/external", Map.of("ticket", ticket, "applicant", applicant)));
        return client(answer.at("/userId"), answer);
    }

    @Override
    public String takeOver(String email, String passwordHash, Map<String, ?> applicant) {
        Map<String, ?> form = Map.of("email", email, "passwordHash", passwordHash, "applicant", applicant);
        return accepted(platform.as("an admin", Role.ADMIN).post("/v1/account/signup/import", form))
                .at("/userId");
    }

    @Override
    public Client stepUp(Client client, String password) {
        return client(client.userId(), accepted(caller(client).post("/v1/auth/step-up", Map.of("password", password))));
    }

    @Override
    public IdentityProvider identity() {
        return platform.identity();
    }

    @Override
    public String confirm(String signUpId, String code) {
        Map<String, String> proof = Map.of("sessionId", signUpId, "code", code);
        return accepted(platform.anonymous().post("/v1/account/signup/confirm", proof))
                .at("/userId");
    }

    @Override
    public String follow(String linkToken) {
        return accepted(platform.anonymous().get("/v1/account/signup/confirm?token=" + linkToken))
                .at("/userId");
    }

    @Override
    public void resend(String signUpId) {
        accepted(platform.anonymous().post("/v1/account/email-verification", Map.of("sessionId", signUpId)));
    }

    @Override
    public void resendTo(String email) {
        accepted(platform.anonymous().post("/v1/account/email-verification", Map.of("email", email)));
    }

    @Override
    public Client signIn(String email, String password) {
        Answer answer =
                accepted(platform.anonymous().post("/v1/auth/signin", Map.of("email", email, "password", password)));
        return client(answer.at("/userId"), answer);
    }

    @Override
    public String becomeKnown(String email, String password) {
        Answer answer =
                accepted(platform.anonymous().post("/v1/auth/signin", Map.of("email", email, "password", password)));
        String cookie = answer.header("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "Secure", "SameSite=Strict");
        return cookie.split(";", 2)[0];
    }

    @Override
    public Client signInKnown(String knownClient, String email, String password) {
        Answer answer = accepted(platform.anonymous()
                .header("Cookie", knownClient)
                .post("/v1/auth/signin", Map.of("email", email, "password", password)));
        assertThat(answer.header("Set-Cookie")).isEmpty();
        return client(answer.at("/userId"), answer);
    }

    @Override
    public Client refresh(Client client) {
        Answer answer = accepted(
                platform.anonymous().post("/v1/auth/refresh-token", Map.of("refreshToken", client.refreshToken())));
        return client(client.userId(), answer);
    }

    @Override
    public void signOut(Client client, boolean everywhere) {
        accepted(caller(client).post("/v1/auth/signout" + (everywhere ? "?global=true" : "")));
    }

    @Override
    public List<Seen> sessions(Client client) {
        List<Seen> sessions = new ArrayList<>();
        accepted(caller(client).get("/v1/auth/sessions"))
                .json()
                .path("items")
                .forEach(session -> sessions.add(new Seen(
                        session.path("id").asText(), session.path("current").asBoolean())));
        return sessions;
    }

    @Override
    public void endSession(Client client, String sessionId) {
        accepted(caller(client).delete("/v1/auth/sessions/" + sessionId));
    }

    @Override
    public void happened(String type, String userId, Duration ago) {
        String id = UUID.randomUUID().toString();
        platform.deliver(new Envelope(
                id,
                "elsewhere",
                type,
                1,
                platform.clock().instant().minus(ago),
                userId,
                Envelope.schemaPath(type, 1),
                1,
                id,
                null,
                "service:elsewhere",
                null,
                """
                {"userId":"%s","endedSessions":["0190a000-0000-7000-8000-00000000ada0"],\
                "sessionId":"0190a000-0000-7000-8000-00000000ada0"}""".formatted(userId)));
        platform.settle();
    }

    @Override
    public List<JsonNode> facts(String type) {
        return platform.payloads(type);
    }

    @Override
    public String open(String sealed) {
        return platform.encryption().decrypt("verification-code", new Encrypted(sealed));
    }

    @Override
    public void openSignUp(boolean isOpen) {
        platform.turn(AuthCoreService.DEFINITION, AuthCoreService.SIGN_UP_OPEN, isOpen);
    }

    @Override
    public void advance(Duration by) {
        platform.advance(by);
    }

    @Override
    public JsonNode export(String userId) {
        return platform.exported("auth-core", userId);
    }

    @Override
    public void close() {
        platform.settle();
    }

    private Caller caller(Client client) {
        return platform.anonymous().token(client.accessToken());
    }

    private static Client client(String userId, Answer answer) {
        return new Client(userId, answer.at("/sessionId"), answer.at("/accessToken"), answer.at("/refreshToken"));
    }
}
