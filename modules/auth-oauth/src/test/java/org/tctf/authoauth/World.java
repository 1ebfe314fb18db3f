package org.tctf.authoauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tctf.identity.Accounts;
import org.tctf.identity.Password;
import org.tctf.identity.Proof;
import org.tctf.identity.SignIns;
import org.tctf.kernel.EmailAddress;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.Platform;

/** Members, their browsers, and applications, around a platform. */
final class World {
    static final String CALLBACK = "https://app.example/callback";
    static final String SIGNED_OUT = "https://app.example/signed-out";
    static final String VERIFIER = "a-code-verifier-of-more-than-forty-three-characters";

    private static final Pattern HANDLE = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");

    final Platform platform;

    World(Platform platform) {
        this.platform = platform;
    }

    Member member() {
        String email = UUID.randomUUID() + "@example.org";
        var account = (Accounts.Registration.Registered) platform.identity()
                .accounts()
                .register(new EmailAddress(email), new Password("correct horse battery staple"));
        platform.identity().accounts().confirm(account.accountId());
        return signedIn(account.accountId(), email);
    }

    /** The member with another session, as if they had signed in again. */
    Member signedIn(String userId, String email) {
        var opened = (SignIns.Opened) platform.identity().signIns().begin(userId, Proof.PASSWORD, "test", null);
        String accessToken = opened.tokens().accessToken();
        Answer answer = platform.anonymous()
                .token(accessToken)
                .post("/oauth/browser-session")
                .expect(204);
        String cookie = answer.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        return new Member(userId, email, opened.tokens().sessionId(), accessToken, cookie);
    }

    static Map<String, Object> form(String authentication) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", "Weather");
        form.put("authentication", authentication);
        form.put("redirectUris", List.of(CALLBACK));
        form.put("postLogoutRedirectUris", List.of(SIGNED_OUT));
        form.put("scopes", List.of("openid", "profile", "email", "offline_access"));
        return form;
    }

    Application register(Member owner, Map<String, Object> form) {
        Answer answer = as(owner).post("/v1/oauth/clients", form).expect(201);
        return new Application(
                answer.at("/clientId"),
                answer.at("/clientSecret"),
                ((List<?>) form.get("redirectUris")).getFirst().toString());
    }

    Application application(Member owner) {
        return register(owner, form("CLIENT_SECRET_BASIC"));
    }

    Caller as(Member member) {
        return platform.anonymous().token(member.accessToken());
    }

    Caller browser(Member member) {
        return platform.anonymous().header("Cookie", member.cookie());
    }

    Caller app(Application app) {
        return form().header("Authorization", app.basic());
    }

    Caller form() {
        return platform.anonymous().header("Content-Type", "application/x-www-form-urlencoded");
    }

    static Map<String, String> request(Application app, String scope) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("client_id", app.id());
        request.put("redirect_uri", app.redirectUri());
        request.put("response_type", "code");
        request.put("scope", scope);
        request.put("state", "a state/with=signs&more");
        request.put("nonce", "n-0S6");
        request.put("code_challenge", challenge(VERIFIER));
        request.put("code_challenge_method", "S256");
        return request;
    }

    Answer authorize(Caller browser, Map<String, String> request) {
        return browser.get("/oauth/authorize?" + encoded(request));
    }

    /** Goes through the pages, agreeing to everything; gives what the application gets. */
    Map<String, String> agree(Member member, Map<String, String> request) {
        Caller browser = browser(member);
        return agree(browser, authorize(browser, request));
    }

    Map<String, String> agree(Caller browser, Answer answer) {
        if (isPages(answer)) {
            Answer page = browser.get(location(answer)).expect(answer.status() == 303 ? 200 : answer.status());
            answer = browser.header("Content-Type", "application/x-www-form-urlencoded")
                    .post("/oauth/consent", encoded(Map.of("request", handle(page), "decision", "allow")));
        }
        return parameters(location(answer.expect(303)));
    }

    static String handle(Answer page) {
        Matcher handle = HANDLE.matcher(page.body());
        assertThat(handle.find()).as("a consent page: %s", page).isTrue();
        return handle.group(1);
    }

    static boolean isPages(Answer answer) {
        return answer.status() == 303 && location(answer).startsWith("/oauth/continue");
    }

    static String location(Answer answer) {
        return answer.header("Location").orElseThrow(() -> new AssertionError("no Location: " + answer));
    }

    String code(Member member, Application app, String scope) {
        return agree(member, request(app, scope)).get("code");
    }

    Answer redeem(Application app, String code) {
        return redeem(app, code, VERIFIER);
    }

    Answer redeem(Application app, String code, String verifier) {
        return app(app).post(
                        "/oauth/token",
                        encoded(Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                app.redirectUri(),
                                "code_verifier",
                                verifier)));
    }

    Answer tokens(Member member, Application app, String scope) {
        return redeem(app, code(member, app, scope)).expect(200);
    }

    Answer refresh(Application app, String refreshToken) {
        return app(app).post(
                        "/oauth/token", encoded(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken)));
    }

    Answer userInfo(String accessToken) {
        return platform.anonymous().token(accessToken).get("/oauth/userinfo");
    }

    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> parameters(String uri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : URI.create(uri).getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
