package org.tctf.cdk.construct;

import java.util.List;
import org.tctf.cdk.Acknowledged;
import software.amazon.awscdk.interfaces.cloudwatch.IAlarmRef;
import software.amazon.awscdk.services.codedeploy.AutoRollbackConfig;
import software.amazon.awscdk.services.codedeploy.LambdaApplication;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/**
 * How a new version takes over: a tenth of the calls for five minutes, then all; back to the old one at the first alarm.
 * One application and one role for all functions of a stack.
 */
public final class Canary extends Construct {
    private final LambdaApplication application;
    private final Role role;

    public Canary(Construct scope, String id, String name) {
        super(scope, id);
        application = LambdaApplication.Builder.create(this, "Application")
                .applicationName(name)
                .build();
        role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("codedeploy.amazonaws.com"))
                .build();
        Acknowledged.CODE_DEPLOY_ROLE.on(role);
    }

    /** @param bad any of these during the five minutes, and the old version is back */
    void guards(Construct scope, Alias alias, List<? extends IAlarmRef> bad) {
        LambdaDeploymentGroup.Builder.create(scope, "Canary")
                .application(application)
                .role(role)
                .alias(alias)
                .deploymentConfig(LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES)
                .alarms(bad)
                .autoRollback(AutoRollbackConfig.builder()
                        .failedDeployment(true)
                        .stoppedDeployment(true)
                        .deploymentInAlarm(true)
                        .build())
                .build();
    }
}
