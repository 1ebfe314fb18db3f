package org.tctf.authmfa;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.IdentityProvider;

/** What the sentences say to the service, whatever runs it. */
interface AuthMfa extends AutoCloseable {

    /** What a signed-in client holds. */
    record Client(
            String userId,
            String sessionId,
            String accessToken,
            @Nullable String trustedDevice) {}

    /** What its member sees. */
    record Seen(boolean enabled, int backupCodesLeft, int trustedDevices, boolean locked) {}

    /** The app that was set up. */
    App setUp(Client client);

    /** @return the backup codes */
    List<String> completeSetup(Client client, String code1, String code2);

    void turnOff(Client client, String code);

    List<String> replaceBackupCodes(Client client);

    Seen status(Client client);

    Client signInWithTotp(String challenge, String code, boolean trustDevice);

    Client signInWithBackupCode(String challenge, String code);

    void mailCode(String challenge);

    Client signInWithMailedCode(String challenge, String code);

    /** With the right password. */
    default Client stepUp(Client client, String code) {
        return stepUp(client, People.PASSWORD, code);
    }

    Client stepUp(Client client, String password, String code);

    void distrustDevices(Client client);

    /** Another service says that something happened to a member. */
    void happened(String type, String userId);

    /** What has been published of a type, in order, once everything has settled. */
    List<JsonNode> facts(String type);

    /** What an encrypted secret of a fact says. */
    String open(String sealed);

    IdentityProvider identity();

    Instant now();

    void advance(Duration by);

    /** What the service answers to a member who wants a copy of their data: files by name. */
    JsonNode export(String userId);

    @Override
    void close();
}
