package org.tctf.cdk;

import org.tctf.blueprint.PlatformParameter;
import org.tctf.blueprint.Stage;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/**
 * What a service's stack knows of the platform's: names that follow from the stage, and values that SSM's parameter store
 * gives at each deployment. Neither stack refers to the other, so each deploys alone (ADR 21).
 */
final class Contract {
    private final Construct scope;
    private final Stage stage;

    Contract(Construct scope, Stage stage) {
        this.scope = scope;
        this.stage = stage;
    }

    /** The parameter's value, known when the stack is deployed. */
    String value(PlatformParameter parameter) {
        return StringParameter.valueForStringParameter(scope, stage.parameter(parameter));
    }

    IKey dataKey() {
        return Key.fromKeyArn(scope, "DataKey", value(PlatformParameter.DATA_KEY));
    }

    IAlarmAction alarmTopic() {
        return new SnsAction(Topic.fromTopicArn(scope, "AlarmTopic", value(PlatformParameter.ALARM_TOPIC)));
    }

    /** Publishes values for others. */
    static void publish(Construct scope, String name, String value) {
        StringParameter.Builder.create(scope, name)
                .parameterName(name)
                .stringValue(value)
                .build();
    }
}
