package org.tctf.cdk.construct;

import java.util.List;
import org.tctf.cdk.Acknowledged;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.CfnUserPoolClient;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.constructs.Construct;

/**
 * Where accounts and passwords are, and nothing else: tokens, sessions and codes are the platform's own. Only the
 * provider's functions reach it, by rights to its admin calls; from outside nobody can sign up or in, and nothing tells
 * whether an account exists.
 */
public final class AccountPool extends Construct {
    /** NIST SP 800-63B §5.1.1.2: length counts, composition rules do not help. The domain says the rest. */
    private static final int LEAST_PASSWORD = 12;

    private final UserPool pool;
    private final UserPoolClient client;

    public AccountPool(Construct scope, String id, String name) {
        super(scope, id);
        pool = UserPool.Builder.create(this, "Pool")
                .userPoolName(name)
                .featurePlan(FeaturePlan.ESSENTIALS)
                .selfSignUpEnabled(false)
                // A user's name is its account's id; a pool that signs in by address takes nothing but addresses as
                // names.
                .signInAliases(SignInAliases.builder().username(true).build())
                .signInCaseSensitive(false)
                .accountRecovery(AccountRecovery.NONE)
                .mfa(Mfa.OFF)
                .passwordPolicy(PasswordPolicy.builder()
                        .minLength(LEAST_PASSWORD)
                        .requireLowercase(false)
                        .requireUppercase(false)
                        .requireDigits(false)
                        .requireSymbols(false)
                        .build())
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        Acknowledged.ACCOUNTS_ONLY.on(pool);
        client = UserPoolClient.Builder.create(this, "Client")
                .userPool(pool)
                .userPoolClientName(name)
                .authFlows(AuthFlow.builder().adminUserPassword(true).build())
                .disableOAuth(true)
                .preventUserExistenceErrors(true)
                .enableTokenRevocation(true)
                // The pool's own tokens are thrown away at once (ADR 18).
                .accessTokenValidity(Duration.minutes(5))
                .idTokenValidity(Duration.minutes(5))
                .refreshTokenValidity(Duration.hours(1))
                .build();
        // The CDK would let the pool's refresh tokens be used too.
        if (client.getNode().getDefaultChild() instanceof CfnUserPoolClient resource) {
            resource.setExplicitAuthFlows(List.of("ALLOW_ADMIN_USER_PASSWORD_AUTH"));
        }
    }

    public String poolId() {
        return pool.getUserPoolId();
    }

    public String clientId() {
        return client.getUserPoolClientId();
    }
}
