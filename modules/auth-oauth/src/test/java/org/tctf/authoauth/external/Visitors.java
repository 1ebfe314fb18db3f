package org.tctf.authoauth.external;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tctf.identity.Accounts;
import org.tctf.identity.Password;
import org.tctf.identity.Proof;
import org.tctf.identity.ProvedIdentity;
import org.tctf.identity.Role;
import org.tctf.identity.SignIns;
import org.tctf.kernel.EmailAddress;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.Platform;

/** Members, strangers, and the administrator who says what they may sign in with. */
final class Visitors {
    static final String PAGE = "https://app.example/back";

    final Platform platform;

    Visitors(Platform platform) {
        this.platform = platform;
    }

    /** Somebody who has an account, signed in. */
    record Member(String id, String email, String sessionId, Caller caller) {}

    Answer setUp(String provider, String kind, URI issuer) {
        return admin().put("/v1/auth/oauth/providers/" + provider, settings(kind, issuer));
    }

    static Map<String, Object> settings(String kind, URI issuer) {
        return Map.of(
                "kind",
                kind,
                "name",
                "Acme",
                "issuer",
                issuer.toString(),
                "clientId",
                CertifiedIssuer.CLIENT_ID,
                "clientSecret",
                CertifiedIssuer.CLIENT_SECRET,
                "redirectUris",
                List.of(PAGE));
    }

    Caller admin() {
        return platform.as("an-admin", Role.ADMIN);
    }

    Member member() {
        return member(UUID.randomUUID() + "@example.org");
    }

    Member member(String email) {
        var account = (Accounts.Registration.Registered) platform.identity()
                .accounts()
                .register(new EmailAddress(email), new Password("correct horse battery staple"));
        platform.identity().accounts().confirm(account.accountId());
        return signedIn(account.accountId(), email);
    }

    Member signedIn(String id, String email) {
        var opened = (SignIns.Opened) platform.identity().signIns().begin(id, Proof.PASSWORD, "test", null);
        return new Member(
                id,
                email,
                opened.tokens().sessionId(),
                platform.anonymous().token(opened.tokens().accessToken()));
    }

    /** What auth-core does with a ticket. */
    String signUp(String ticket) {
        ProvedIdentity person =
                platform.identity().externalIdentities().proved(ticket).orElseThrow();
        var registered = (Accounts.Registration.Registered)
                platform.identity().accounts().admit(UUID.randomUUID().toString(), person.email(), person);
        return registered.accountId();
    }

    Answer start(String provider) {
        return platform.anonymous()
                .post("/v1/auth/oauth/%s/start".formatted(provider), Map.of("redirectUri", PAGE))
                .expect(200);
    }

    Answer end(String provider, Answer started, Back back) {
        return platform.anonymous()
                .post("/v1/auth/oauth/%s/callback".formatted(provider), back.form(started.at("/attempt")));
    }

    Answer startLink(Member member, String provider) {
        return member.caller()
                .post("/v1/auth/oauth/%s/link".formatted(provider), Map.of("redirectUri", PAGE))
                .expect(200);
    }

    Answer endLink(Member member, String provider, Answer started, Back back) {
        return member.caller()
                .post("/v1/auth/oauth/%s/link/callback".formatted(provider), back.form(started.at("/attempt")));
    }

    /** What a provider's page would be asked. */
    static Map<String, String> request(Answer started) {
        return Back.of(URI.create(started.at("/authorizationUrl"))).parameters();
    }

    /** What a browser brings back at once from a provider without pages. */
    static Back backAtOnce(Answer started) {
        return new Back(Map.of("state", request(started).get("state"), "code", "the-code"));
    }
}
