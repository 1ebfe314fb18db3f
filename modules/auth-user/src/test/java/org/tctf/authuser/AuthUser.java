package org.tctf.authuser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.IdentityProvider;

/** What the sentences say to the service, whatever runs it. */
interface AuthUser extends AutoCloseable {

    /** What the sentences look at in an account. */
    record Seen(
            String email,
            @Nullable String displayName,
            @Nullable String membershipName,
            String language,
            long preferencesVersion,
            @Nullable String waitingFor,
            @Nullable String phone,
            @Nullable String waitingPhone,
            @Nullable Instant deletesAt) {}

    /** The provider that the other auth services work on too. */
    IdentityProvider identity();

    /** user-management says that there is a member. */
    void created(String userId, String firstName, String lastName, String membershipName, String language);

    /** user-management says that a member is called otherwise. */
    void called(String userId, String displayName, long version);

    Seen me(String userId);

    /** @return the new version */
    long prefer(String userId, String language, Map<String, Set<String>> channels, @Nullable String ifMatch);

    /** @return the masked address */
    String recover(String membershipName);

    void changeEmail(String userId, String to);

    /** The same with a proof that old. */
    void changeEmail(String userId, String to, Duration sinceProof);

    /** @return whether the address has changed */
    boolean confirm(String userId, String side, String code);

    void askForCode(String userId, String number, String channel);

    /** The same with a proof that old. */
    void askForCode(String userId, String number, String channel, Duration sinceProof);

    /** @return the number, masked */
    String confirmPhone(String userId, String code);

    void removePhone(String userId);

    void callOff(String userId);

    Instant delete(String userId);

    void keep(String userId);

    /** @return what the link was for */
    String follow(String token);

    /**
     * Asks for a copy, and waits for what follows.
     *
     * @return its id
     */
    String export(String userId);

    /** The files of a finished copy, by name. */
    Map<String, String> copy(String userId, String exportId);

    /** Runs what runs by the clock, and waits for what follows. */
    void comeDue();

    /** What has been published of a type, in order, once everything has settled. */
    List<JsonNode> facts(String type);

    /** What an encrypted secret of a fact says. */
    String open(String sealed);

    void advance(Duration by);

    @Override
    void close();
}
