package org.tctf.authuser;

import static org.tctf.testing.Refused.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.IdentityProvider;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.event.Envelope;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.Platform;

/** The service behind real HTTP, with real events. It outlives a sentence: the platform belongs to whoever made it. */
record HttpAuthUser(Platform platform) implements AuthUser {
    @Override
    public IdentityProvider identity() {
        return platform.identity();
    }

    @Override
    public void created(String userId, String firstName, String lastName, String membershipName, String language) {
        deliver(
                "USER_CREATED",
                userId,
                1,
                Map.of(
                        "userId", userId,
                        "email", "somebody@example.org",
                        "firstName", firstName,
                        "lastName", lastName,
                        "membershipName", membershipName,
                        "plan", "INDIVIDUAL",
                        "tier", "BASIC",
                        "country", "GB",
                        "language", language));
    }

    @Override
    public void called(String userId, String displayName, long version) {
        deliver("PROFILE_UPDATED", userId, version, Map.of("userId", userId, "displayName", displayName));
    }

    private void deliver(String type, String userId, long version, Map<String, ?> payload) {
        String id = UUID.randomUUID().toString();
        platform.deliver(new Envelope(
                id,
                "elsewhere",
                type,
                1,
                platform.clock().instant(),
                userId,
                Envelope.schemaPath(type, 1),
                version,
                id,
                null,
                "service:elsewhere",
                null,
                platform.codec().toJson(payload)));
        platform.settle();
    }

    @Override
    public Seen me(String userId) {
        JsonNode me = accepted(platform.as(userId).get("/v1/users/me")).json();
        return new Seen(
                me.path("email").asText(),
                text(me.path("displayName")),
                text(me.path("membershipName")),
                me.at("/preferences/language").asText(),
                me.at("/preferences/version").asLong(),
                text(me.at("/emailChange/email")),
                text(me.at("/phone/number")),
                text(me.at("/waitingPhone/number")),
                me.hasNonNull("deletesAt") ? Instant.parse(me.path("deletesAt").asText()) : null);
    }

    @Override
    public long prefer(String userId, String language, Map<String, Set<String>> channels, @Nullable String ifMatch) {
        Caller caller = platform.as(userId);
        Answer answer = accepted((ifMatch == null ? caller : caller.header("If-Match", ifMatch))
                .put("/v1/users/me/preferences", Map.of("language", language, "theme", "DARK", "channels", channels)));
        return answer.json().path("version").asLong();
    }

    @Override
    public String recover(String membershipName) {
        return accepted(platform.anonymous()
                        .post("/v1/account/username-recovery", Map.of("membershipName", membershipName)))
                .at("/maskedEmail");
    }

    @Override
    public void changeEmail(String userId, String to) {
        changeEmail(platform.as(userId), to);
    }

    @Override
    public void changeEmail(String userId, String to, Duration sinceProof) {
        Caller caller = platform.as(userId);
        platform.advance(sinceProof);
        changeEmail(caller, to);
    }

    private static void changeEmail(Caller caller, String to) {
        accepted(caller.post("/v1/users/me/email-change", Map.of("email", to)));
    }

    @Override
    public boolean confirm(String userId, String side, String code) {
        return accepted(platform.as(userId)
                        .post("/v1/users/me/email-change/confirm", Map.of("address", side, "code", code)))
                .at("/status")
                .equals("CHANGED");
    }

    @Override
    public void askForCode(String userId, String number, String channel) {
        askForCode(platform.as(userId), number, channel);
    }

    @Override
    public void askForCode(String userId, String number, String channel, Duration sinceProof) {
        Caller caller = platform.as(userId);
        platform.advance(sinceProof);
        askForCode(caller, number, channel);
    }

    private static void askForCode(Caller caller, String number, String channel) {
        accepted(caller.post("/v1/users/me/phone", Map.of("number", number, "channel", channel)));
    }

    @Override
    public String confirmPhone(String userId, String code) {
        return accepted(platform.as(userId).post("/v1/users/me/phone/confirm", Map.of("code", code)))
                .at("/number");
    }

    @Override
    public void removePhone(String userId) {
        accepted(platform.as(userId).delete("/v1/users/me/phone"));
    }

    @Override
    public void callOff(String userId) {
        accepted(platform.as(userId).delete("/v1/users/me/email-change"));
    }

    @Override
    public Instant delete(String userId) {
        return Instant.parse(
                accepted(platform.as(userId).delete("/v1/users/me")).at("/deletesAt"));
    }

    @Override
    public void keep(String userId) {
        accepted(platform.as(userId).delete("/v1/users/me/deletion"));
    }

    @Override
    public String follow(String token) {
        return accepted(platform.anonymous().post("/v1/account/link?token=" + token))
                .at("/act");
    }

    @Override
    public String export(String userId) {
        String id =
                accepted(platform.as(userId).post("/v1/users/me/data-exports")).at("/id");
        platform.settle();
        return id;
    }

    @Override
    public Map<String, String> copy(String userId, String exportId) {
        Answer answer = accepted(platform.as(userId).get("/v1/users/me/data-exports/" + exportId));
        return Zip.files(platform.download(URI.create(answer.at("/address"))).body());
    }

    @Override
    public void comeDue() {
        platform.runSchedule("delete-due-accounts");
        platform.settle();
    }

    @Override
    public List<JsonNode> facts(String type) {
        return platform.payloads(type);
    }

    @Override
    public String open(String sealed) {
        return platform.encryption().decrypt(AuthUserService.PROOF, new Encrypted(sealed));
    }

    @Override
    public void advance(Duration by) {
        platform.advance(by);
    }

    @Override
    public void close() {
        platform.settle();
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
