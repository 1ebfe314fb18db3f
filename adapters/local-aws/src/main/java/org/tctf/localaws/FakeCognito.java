package org.tctf.localaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Cognito user pool whose users administrators make, with one client: AdminCreateUser, AdminSetUserPassword,
 * AdminInitiateAuth with a password, AdminDeleteUser. With its password policy, its states in the order in which Cognito
 * looks at them (disabled before the password), and its own lock after five wrong passwords (Developer Guide, "Lockout
 * behavior for failed sign-in attempts").
 */
public final class FakeCognito {
    public static final String POOL = Arns.REGION + "_fakePool1";
    public static final String CLIENT = "1fakeclient2";

    /** For {@link FakeAws#calls} and its troubles. */
    public static final String CREATE_USER = "AWSCognitoIdentityProviderService.AdminCreateUser";

    public static final String SET_PASSWORD = "AWSCognitoIdentityProviderService.AdminSetUserPassword";
    public static final String INITIATE_AUTH = "AWSCognitoIdentityProviderService.AdminInitiateAuth";
    public static final String DELETE_USER = "AWSCognitoIdentityProviderService.AdminDeleteUser";

    private static final Pattern PASSWORD = Pattern.compile("^[\\S]+.*[\\S]+$");
    private static final int LONGEST_PASSWORD = 256;
    private static final int FREE_FAILURES = 5;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private static final class User {
        String password = UUID.randomUUID().toString();
        String status = "FORCE_CHANGE_PASSWORD";
        boolean isEnabled = true;
        int failures;
        Instant lastTry = Instant.EPOCH;
        Instant lockedUntil = Instant.EPOCH;
    }

    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private volatile int minimumLength = 8;
    private volatile boolean preventsUserExistenceErrors = true;
    private volatile @Nullable String challenge;

    private FakeCognito(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds it to an endpoint. */
    public static FakeCognito on(FakeAws aws, InstantSource clock) {
        FakeCognito cognito = new FakeCognito(clock);
        aws.serve(CREATE_USER, request -> cognito.inPool(request, cognito::adminCreateUser));
        aws.serve(SET_PASSWORD, request -> cognito.inPool(request, cognito::adminSetUserPassword));
        aws.serve(INITIATE_AUTH, request -> cognito.inPool(request, cognito::adminInitiateAuth));
        aws.serve(DELETE_USER, request -> cognito.inPool(request, cognito::adminDeleteUser));
        return cognito;
    }

    /** The users' names. */
    public Set<String> users() {
        return new TreeSet<>(users.keySet());
    }

    /** As an operator does in Cognito's console. */
    public void disable(String user) {
        named(user).isEnabled = false;
    }

    /** As an operator does in Cognito's console. */
    public void delete(String user) {
        users.remove(user);
    }

    /** As an operator does in Cognito's console. */
    public void resetPassword(String user) {
        named(user).status = "RESET_REQUIRED";
    }

    /** The policy's minimum length. */
    public void minimumLength(int characters) {
        minimumLength = characters;
    }

    /** The client's PreventUserExistenceErrors. */
    public void preventUserExistenceErrors(boolean isOn) {
        preventsUserExistenceErrors = isOn;
    }

    /** From now on a right password is answered with this challenge, such as {@code SOFTWARE_TOKEN_MFA}. */
    public void challengeWith(String name) {
        challenge = name;
    }

    private JsonNode inPool(JsonNode request, FakeAws.Operation operation) {
        String pool = request.path("UserPoolId").asText();
        if (!pool.equals(POOL)) {
            throw AwsFault.badRequest("ResourceNotFoundException", "User pool %s does not exist.".formatted(pool));
        }
        synchronized (this) {
            return operation.answer(request);
        }
    }

    private JsonNode adminCreateUser(JsonNode request) {
        String name = request.path("Username").asText();
        if (!request.path("MessageAction").asText().equals("SUPPRESS")) {
            throw AwsFault.badRequest(
                    "InvalidParameterException", "User has neither an email nor a phone number to invite them by.");
        }
        if (users.putIfAbsent(name, new User()) != null) {
            throw AwsFault.badRequest("UsernameExistsException", "User account already exists");
        }
        ObjectNode answer = answer();
        answer.putObject("User").put("Username", name).put("Enabled", true).put("UserStatus", "FORCE_CHANGE_PASSWORD");
        return answer;
    }

    private JsonNode adminSetUserPassword(JsonNode request) {
        User user = user(request);
        String password = request.path("Password").asText();
        if (password.length() > LONGEST_PASSWORD || !PASSWORD.matcher(password).matches()) {
            throw AwsFault.badRequest(
                    "InvalidParameterException",
                    "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: "
                            + PASSWORD);
        }
        if (password.length() < minimumLength) {
            throw AwsFault.badRequest(
                    "InvalidPasswordException", "Password did not conform with policy: Password not long enough");
        }
        user.password = password;
        user.status = request.path("Permanent").asBoolean() ? "CONFIRMED" : "FORCE_CHANGE_PASSWORD";
        return answer();
    }

    private JsonNode adminInitiateAuth(JsonNode request) {
        if (!request.path("ClientId").asText().equals(CLIENT)) {
            throw AwsFault.badRequest(
                    "ResourceNotFoundException",
                    "User pool client %s does not exist."
                            .formatted(request.path("ClientId").asText()));
        }
        if (!request.path("AuthFlow").asText().equals("ADMIN_USER_PASSWORD_AUTH")) {
            throw AwsFault.badRequest("InvalidParameterException", "Auth flow not enabled for this client");
        }
        String password = request.path("AuthParameters").path("PASSWORD").asText();
        if (password.isEmpty()) {
            throw AwsFault.badRequest("InvalidParameterException", "Missing required parameter PASSWORD");
        }
        User user = users.get(request.path("AuthParameters").path("USERNAME").asText());
        if (user == null) {
            throw preventsUserExistenceErrors
                    ? incorrect()
                    : AwsFault.badRequest("UserNotFoundException", "User does not exist.");
        }
        if (!user.isEnabled) {
            throw AwsFault.badRequest("NotAuthorizedException", "User is disabled.");
        }
        if (user.status.equals("RESET_REQUIRED")) {
            throw AwsFault.badRequest("PasswordResetRequiredException", "Password reset required for the user");
        }
        check(user, password);
        return user.status.equals("CONFIRMED") && challenge == null
                ? tokens()
                : answer().put("ChallengeName", challenge == null ? "NEW_PASSWORD_REQUIRED" : challenge)
                        .put("Session", "x".repeat(20));
    }

    private void check(User user, String password) {
        Instant now = clock.instant();
        if (now.isBefore(user.lockedUntil)) {
            throw AwsFault.badRequest("NotAuthorizedException", "Password attempts exceeded");
        }
        if (!now.isBefore(user.lastTry.plus(FORGOTTEN_AFTER))) {
            user.failures = 0;
        }
        user.lastTry = now;
        if (user.password.equals(password)) {
            user.failures = 0;
            return;
        }
        user.failures++;
        if (user.failures >= FREE_FAILURES) {
            user.lockedUntil = now.plusSeconds(1L << Math.min(user.failures - FREE_FAILURES, 10));
        }
        throw incorrect();
    }

    private JsonNode adminDeleteUser(JsonNode request) {
        user(request);
        users.remove(request.path("Username").asText());
        return answer();
    }

    private User user(JsonNode request) {
        return named(request.path("Username").asText());
    }

    private User named(String name) {
        User user = users.get(name);
        if (user == null) {
            throw AwsFault.badRequest("UserNotFoundException", "User does not exist.");
        }
        return user;
    }

    private static JsonNode tokens() {
        ObjectNode answer = answer();
        answer.putObject("ChallengeParameters");
        answer.putObject("AuthenticationResult")
                .put("AccessToken", "access." + UUID.randomUUID())
                .put("IdToken", "id." + UUID.randomUUID())
                .put("RefreshToken", "refresh." + UUID.randomUUID())
                .put("ExpiresIn", 300)
                .put("TokenType", "Bearer");
        return answer;
    }

    private static AwsFault incorrect() {
        return AwsFault.badRequest("NotAuthorizedException", "Incorrect username or password.");
    }

    private static ObjectNode answer() {
        return JsonNodeFactory.instance.objectNode();
    }
}
