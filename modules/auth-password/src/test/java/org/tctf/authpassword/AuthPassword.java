package org.tctf.authpassword;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authpassword.application.VerifyResetCode;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.SignIns.Opened;

/** What the sentences say to the service, whatever runs it. */
interface AuthPassword extends AutoCloseable {

    /** The provider that the service uses. */
    IdentityProvider identity();

    Instant now();

    void advance(Duration by);

    /** @return the reset's id */
    String forgot(String email);

    void resend(String resetId);

    /** @return the token to set a password with */
    String verify(String resetId, String code);

    /** With the address in the place of the reset's id. */
    VerifyResetCode.Proved verifyWithAddress(String email, String code);

    void confirm(String resetId, String token, String password);

    void change(Opened client, @Nullable String present, String next);

    /** What another service says of a member. */
    void signUpConfirmed(String userId, String firstName, String lastName, String membershipName);

    void accountDeleted(String userId);

    /** What has been published of a type, in order, once everything has settled. */
    List<JsonNode> facts(String type);

    /** What an encrypted code of a fact says. */
    String open(String sealed);

    /** What the service answers to a member who wants a copy of their data: files by name. */
    JsonNode export(String userId);

    @Override
    void close();
}
