package org.tctf.authpassword;

import static org.tctf.testing.Refused.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.tctf.authpassword.application.VerifyResetCode;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.SignIns.Opened;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.testing.Answer;
import org.tctf.testing.Platform;

/** The sentences through HTTP and serialised events; one platform for all, since each has people of its own. */
class AuthPasswordPlatformTest extends AuthPasswordBehaviour {
    private static Platform platform;

    @BeforeAll
    static void startPlatform() {
        platform = Platform.startWithoutRateLimits();
    }

    @AfterAll
    static void stopPlatform() {
        platform.close();
    }

    @Override
    AuthPassword start() {
        return new OverHttp(platform);
    }

    private record OverHttp(Platform platform) implements AuthPassword {
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
        public String forgot(String email) {
            return post("/v1/auth/forgot-password", Map.of("email", email)).at("/resetId");
        }

        @Override
        public void resend(String resetId) {
            post("/v1/auth/resend-code", Map.of("resetId", resetId));
        }

        @Override
        public String verify(String resetId, String code) {
            return post("/v1/auth/verify-code", Map.of("resetId", resetId, "code", code))
                    .at("/resetToken");
        }

        @Override
        public VerifyResetCode.Proved verifyWithAddress(String email, String code) {
            Answer answer = post("/v1/auth/verify-code", Map.of("email", email, "code", code));
            return new VerifyResetCode.Proved(answer.at("/resetId"), answer.at("/resetToken"));
        }

        @Override
        public void confirm(String resetId, String token, String password) {
            post("/v1/auth/confirm", Map.of("resetId", resetId, "resetToken", token, "newPassword", password));
        }

        @Override
        public void change(Opened client, @Nullable String present, String next) {
            Map<String, String> form = new HashMap<>(Map.of("newPassword", next));
            if (present != null) {
                form.put("currentPassword", present);
            }
            accepted(platform.anonymous().token(client.tokens().accessToken()).post("/v1/auth/change-password", form));
        }

        @Override
        public void signUpConfirmed(String userId, String firstName, String lastName, String membershipName) {
            platform.fact(
                    "SIGN_UP_CONFIRMED",
                    1,
                    userId,
                    Map.of(
                            "userId", userId,
                            "firstName", firstName,
                            "lastName", lastName,
                            "membershipName", membershipName));
            platform.settle();
        }

        @Override
        public void accountDeleted(String userId) {
            platform.fact("ACCOUNT_DELETED", 1, userId, Map.of("userId", userId));
            platform.settle();
        }

        @Override
        public List<JsonNode> facts(String type) {
            return platform.payloads(type);
        }

        @Override
        public String open(String sealed) {
            return platform.encryption().decrypt("password-reset-code", new Encrypted(sealed));
        }

        @Override
        public JsonNode export(String userId) {
            return platform.exported("auth-password", userId);
        }

        @Override
        public void close() {
            platform.settle();
        }

        private Answer post(String path, Map<String, ?> form) {
            return accepted(platform.anonymous().post(path, form));
        }
    }
}
