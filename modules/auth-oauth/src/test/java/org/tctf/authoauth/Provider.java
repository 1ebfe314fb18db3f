package org.tctf.authoauth;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the sentences say to the provider in the place of a member and of their application, whatever runs it. */
interface Provider extends AutoCloseable {

    /** What an application holds. */
    record Held(
            String accessToken,
            @Nullable String refreshToken,
            @Nullable String idToken) {}

    /** @return a member who is signed in, in a browser of theirs */
    String member();

    /** An application of the member's that may ask for these scopes; @return its id */
    String register(String owner, List<String> scopes);

    /** The member agrees to what the application asks for; @return the code that it gets */
    String agree(String member, String application, String scope);

    Held redeem(String application, String code);

    Held refresh(String application, String refreshToken);

    void revoke(String application, String token);

    /** What the application may know of its member. */
    Map<String, ?> claims(String accessToken);

    /** The member takes back what they agreed to. */
    void takeBack(String member, String application);

    /** The member leaves the application these scopes only. */
    void narrow(String member, String application, String scope);

    /** What the provider says of a token to the application: its scopes, or nothing when it is not good. */
    String introspect(String application, String token);

    /** An administrator ends the sessions of a member. */
    void sessionsEnded(String member);

    /** An administrator ends everybody's sessions. */
    void everybodysSessionsEnd();

    /** The member signs out of the browser. */
    void signOut(String member);

    /** user-management says how the member is called. */
    void called(String member, String name);

    /** How often a fact was published. */
    int published(String type);

    void advance(Duration by);

    @Override
    void close();
}
