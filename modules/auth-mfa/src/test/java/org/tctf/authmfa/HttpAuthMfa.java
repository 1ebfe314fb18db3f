package org.tctf.authmfa;

import static org.tctf.testing.Refused.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tctf.identity.IdentityProvider;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.Platform;

/** The service behind real HTTP, with real events. It outlives a sentence: the platform belongs to whoever made it. */
record HttpAuthMfa(Platform platform) implements AuthMfa {
    @Override
    public App setUp(Client client) {
        return new App(accepted(caller(client).post("/v1/auth/mfa/setup")).at("/secret"));
    }

    @Override
    public List<String> completeSetup(Client client, String code1, String code2) {
        return codes(caller(client).post("/v1/auth/mfa/complete-setup", Map.of("code1", code1, "code2", code2)));
    }

    @Override
    public void turnOff(Client client, String code) {
        accepted(caller(client).post("/v1/auth/mfa/toggle", Map.of("enabled", false, "code", code)));
    }

    @Override
    public List<String> replaceBackupCodes(Client client) {
        return codes(caller(client).post("/v1/auth/mfa/backup-code"));
    }

    @Override
    public Seen status(Client client) {
        JsonNode status = accepted(caller(client).get("/v1/auth/mfa/status")).json();
        return new Seen(
                status.path("enabled").asBoolean(),
                status.path("backupCodesLeft").asInt(),
                status.path("trustedDevices").asInt(),
                status.has("lockedUntil"));
    }

    @Override
    public Client signInWithTotp(String challenge, String code, boolean trustDevice) {
        return signIn("totp", Map.of("challenge", challenge, "code", code, "trustDevice", trustDevice));
    }

    @Override
    public Client signInWithBackupCode(String challenge, String code) {
        return signIn("backup-code", Map.of("challenge", challenge, "code", code));
    }

    @Override
    public void mailCode(String challenge) {
        accepted(platform.anonymous().post("/v1/auth/mfa/temp-backup-code", Map.of("challenge", challenge)));
    }

    @Override
    public Client signInWithMailedCode(String challenge, String code) {
        return signIn("temp-backup-code", Map.of("challenge", challenge, "code", code));
    }

    @Override
    public Client stepUp(Client client, String password, String code) {
        Answer answer =
                accepted(caller(client).post("/v1/auth/mfa/totp/step-up", Map.of("password", password, "code", code)));
        return new Client(client.userId(), client.sessionId(), answer.at("/accessToken"), null);
    }

    @Override
    public void distrustDevices(Client client) {
        accepted(caller(client).delete("/v1/auth/mfa/devices"));
    }

    @Override
    public void happened(String type, String userId) {
        platform.fact(type, 1, userId, Map.of("userId", userId));
        platform.settle();
    }

    @Override
    public List<JsonNode> facts(String type) {
        return platform.payloads(type);
    }

    @Override
    public String open(String sealed) {
        return platform.encryption().decrypt("temporary-backup-code", new Encrypted(sealed));
    }

    @Override
    public IdentityProvider identity() {
        return platform.identity();
    }

    @Override
    public Instant now() {
        return platform.clock().instant();
    }

    @Override
    public void advance(Duration by) {
        platform.advance(by);
    }

    @Override
    public JsonNode export(String userId) {
        return platform.exported("auth-mfa", userId);
    }

    @Override
    public void close() {
        platform.settle();
    }

    Caller caller(Client client) {
        return platform.anonymous().token(client.accessToken());
    }

    private Client signIn(String factor, Map<String, ?> form) {
        return client(accepted(platform.anonymous().post("/v1/auth/mfa/%s/signin".formatted(factor), form)));
    }

    static Client client(Answer answer) {
        JsonNode device = answer.json().path("trustedDevice");
        return new Client(
                answer.at("/userId"),
                answer.at("/sessionId"),
                answer.at("/accessToken"),
                device.isTextual() ? device.asText() : null);
    }

    private static List<String> codes(Answer answer) {
        List<String> codes = new ArrayList<>();
        accepted(answer).json().path("backupCodes").forEach(code -> codes.add(code.asText()));
        return codes;
    }
}
