package org.tctf.cognito;

import java.util.Map;
import java.util.function.Supplier;
import org.tctf.builtinidentity.PasswordKeeper;
import org.tctf.identity.Password;
import org.tctf.kernel.Unavailable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordHistoryPolicyViolationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** The users of the pool, each with a password and nothing else. Every call may be made again. */
final class PoolUsers {
    private final CognitoIdentityProviderClient cognito;
    private final UserPool pool;

    PoolUsers(CognitoIdentityProviderClient cognito, UserPool pool) {
        this.cognito = cognito;
        this.pool = pool;
    }

    /** Makes a user whose password nobody knows. */
    void make(String name) {
        ask(() -> {
            try {
                cognito.adminCreateUser(
                        user -> user.userPoolId(pool.id()).username(name).messageAction(MessageActionType.SUPPRESS));
                return true;
            } catch (UsernameExistsException madeBefore) {
                return false;
            }
        });
    }

    /** @return false when there is no such user */
    boolean setPassword(String name, Password password) {
        return ask(() -> {
            try {
                cognito.adminSetUserPassword(user -> user.userPoolId(pool.id())
                        .username(name)
                        .password(WirePassword.of(password))
                        .permanent(true));
                return true;
            } catch (UserNotFoundException missing) {
                return false;
            } catch (InvalidPasswordException
                    | InvalidParameterException
                    | PasswordHistoryPolicyViolationException refused) {
                throw new IllegalStateException(
                        "user pool %s refuses a password that the platform takes; let its policy ask for %d characters at most, and for nothing else"
                                .formatted(pool.id(), UserPool.LONGEST_MINIMUM),
                        refused);
            }
        });
    }

    /** Also false when there is no such user, or an operator has disabled it or has its password reset. */
    boolean hasPassword(String name, Password password) {
        return ask(() -> {
            try {
                // The tokens that come with a right one are nobody's: they are dropped here, and nothing accepts them.
                AdminInitiateAuthResponse answer = cognito.adminInitiateAuth(auth -> auth.userPoolId(pool.id())
                        .clientId(pool.clientId())
                        .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", name, "PASSWORD", WirePassword.of(password))));
                if (answer.authenticationResult() == null) {
                    throw new IllegalStateException(
                            "user pool %s answers a right password with %s; turn that off, second factors are the platform's"
                                    .formatted(pool.id(), answer.challengeNameAsString()));
                }
                return true;
            } catch (NotAuthorizedException | UserNotFoundException | PasswordResetRequiredException wrong) {
                return false;
            }
        });
    }

    void delete(String name) {
        ask(() -> {
            try {
                cognito.adminDeleteUser(user -> user.userPoolId(pool.id()).username(name));
                return true;
            } catch (UserNotFoundException goneBefore) {
                return false;
            }
        });
    }

    private boolean ask(Supplier<Boolean> call) {
        try {
            return call.get();
        } catch (TooManyRequestsException throttled) {
            throw PasswordKeeper.busy();
        } catch (SdkException failed) {
            throw new Unavailable(
                    "user pool %s cannot be used; see that it is there and the function's role may: %s"
                            .formatted(pool.id(), failed.getMessage()),
                    failed);
        }
    }
}
