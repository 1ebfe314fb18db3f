package org.tctf.authcore;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tctf.identity.IdentityProvider;

/** What the sentences say to the service, whatever runs it. */
interface AuthCore extends AutoCloseable {

    /** What a signed-in client holds. */
    record Client(String userId, String sessionId, String accessToken, String refreshToken) {}

    /** A session as its member sees it. */
    record Seen(String id, boolean current) {}

    /**
     * @param form as the API takes it
     * @return the sign-up's id
     */
    String signUp(Map<String, ?> form);

    /** Signs up who has proved an identity elsewhere. */
    Client signUpWithTicket(String ticket, Map<String, ?> applicant);

    /**
     * An admin takes over a member of another system.
     *
     * @return the new member's id
     */
    String takeOver(String email, String passwordHash, Map<String, ?> applicant);

    /** Proves the client's password again; gives what the client holds from then on. */
    Client stepUp(Client client, String password);

    /** The provider that the service uses. */
    IdentityProvider identity();

    /** @return the new member's id */
    String confirm(String signUpId, String code);

    /** @return the new member's id */
    String follow(String linkToken);

    void resend(String signUpId);

    void resendTo(String email);

    Client signIn(String email, String password);

    /** Signs in as {@link #signIn} does, and gives what the client keeps to be known by. */
    String becomeKnown(String email, String password);

    Client signInKnown(String knownClient, String email, String password);

    Client refresh(Client client);

    void signOut(Client client, boolean everywhere);

    List<Seen> sessions(Client client);

    void endSession(Client client, String sessionId);

    /** Another service says that something happened to a member, at that time before now. */
    void happened(String type, String userId, Duration ago);

    /** What has been published of a type, in order, once everything has settled. */
    List<JsonNode> facts(String type);

    /** What an encrypted secret of a fact says. */
    String open(String sealed);

    /** Operators open or close sign-up, and everybody has heard of it. */
    void openSignUp(boolean isOpen);

    void advance(Duration by);

    /** What the service answers to a member who wants a copy of their data: files by name. */
    JsonNode export(String userId);

    @Override
    void close();
}
