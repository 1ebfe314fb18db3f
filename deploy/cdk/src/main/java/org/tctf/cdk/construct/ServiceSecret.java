package org.tctf.cdk.construct;

import java.time.Duration;
import org.tctf.cdk.Acknowledged;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Permission;
import software.amazon.awscdk.services.secretsmanager.CfnRotationSchedule;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** A secret that nobody has typed and nobody knows: random, made when the stack is, and replaced again and again. */
public final class ServiceSecret extends Construct {
    /** Letters and digits: 381 bits. */
    private static final int LENGTH = 64;

    private final Secret secret;

    public ServiceSecret(Construct scope, String id, String name, IKey key) {
        super(scope, id);
        secret = Secret.Builder.create(this, "Secret")
                .secretName(name)
                .encryptionKey(key)
                .generateSecretString(SecretStringGenerator.builder()
                        .passwordLength(LENGTH)
                        .excludePunctuation(true)
                        .build())
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    /** It is never replaced. */
    public void lasts() {
        Acknowledged.SECRET_THAT_LASTS.on(secret);
    }

    /** The function replaces it, step by step, when Secrets Manager says so. */
    public void rotates(MonitoredLambda function, Duration every) {
        function.alias()
                .addPermission(
                        getNode().getId(),
                        Permission.builder()
                                .principal(new ServicePrincipal("secretsmanager.amazonaws.com"))
                                .action("lambda:InvokeFunction")
                                .sourceAccount(Arns.here().account())
                                .sourceArn(secret.getSecretArn())
                                .build());
        CfnRotationSchedule.Builder.create(this, "Rotation")
                .secretId(secret.getSecretArn())
                .rotationLambdaArn(function.alias().getFunctionArn())
                .rotateImmediatelyOnUpdate(false)
                .rotationRules(CfnRotationSchedule.RotationRulesProperty.builder()
                        .automaticallyAfterDays(every.toDays())
                        .build())
                .build()
                .getNode()
                .addDependency(function.alias());
    }

    public String arn() {
        return secret.getSecretArn();
    }
}
