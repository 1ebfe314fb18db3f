package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** CloudFormation takes 500 resources and a megabyte, CloudWatch a rule of 10,240 characters and 100 alarms. */
class LimitsTest {
    private static final Stacks PROD = Stacks.prod();
    private static final int AN_ACCOUNT_AND_A_LONG_REGION = "123456789012ap-southeast-2aws".length();

    @Test
    void everyStackHasRoomToGrow() {
        assertThat(PROD.made).isNotEmpty().allSatisfy(stack -> {
            assertThat(stack.resources()).as(stack.stack()).isBetween(10, 399);
            assertThat(stack.bytes()).as(stack.stack()).isLessThan(700_000);
        });
    }

    @Test
    void theCompositeAlarmsFit() {
        PROD.all().forEach((name, template) -> {
            String rule = template.text(
                    template.only("AWS::CloudWatch::CompositeAlarm").path("AlarmRule"));
            int alarms = rule.split("ALARM\\(").length - 1;
            int addresses = alarms * (AN_ACCOUNT_AND_A_LONG_REGION + "arn::cloudwatch:::alarm:".length());
            assertThat(alarms).as(name).isBetween(1, 100);
            assertThat(rule.length() + addresses).as(name).isLessThan(10_240);
        });
    }
}
