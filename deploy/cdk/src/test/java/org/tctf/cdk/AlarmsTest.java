package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every alarm says what has happened, and where it is written what to do. */
class AlarmsTest {
    private static final Stacks PROD = Stacks.prod();

    private static Map<String, JsonNode> alarms() {
        Map<String, JsonNode> alarms = new TreeMap<>();
        PROD.all().values().forEach(template -> {
            alarms.putAll(template.named("AWS::CloudWatch::Alarm", "AlarmName"));
            alarms.putAll(template.named("AWS::CloudWatch::CompositeAlarm", "AlarmName"));
        });
        return alarms;
    }

    @Test
    void anAlarmIsNamedAfterItsKindAndPointsAtItsPage() {
        alarms().forEach((name, alarm) -> assertThat(
                        alarm.path("AlarmDescription").asText())
                .as(name)
                .startsWith(AlarmKind.of(name).meaning())
                .endsWith("docs/runbooks/%s.md".formatted(AlarmKind.of(name).slug())));
    }

    @Test
    void everyKindOfAlarmIsThere() {
        Set<AlarmKind> there = new HashSet<>();
        alarms().keySet().forEach(name -> there.add(AlarmKind.of(name)));

        assertThat(there).containsExactlyInAnyOrder(AlarmKind.values());
    }

    @Test
    void noTwoAlarmsHaveOneName() {
        int resources = PROD.all().values().stream()
                .mapToInt(template -> template.all("AWS::CloudWatch::Alarm").size()
                        + template.all("AWS::CloudWatch::CompositeAlarm").size())
                .sum();

        assertThat(alarms()).hasSize(resources);
    }

    @Test
    void everyAlarmTellsTheTopicExceptTheOneThatIsMadeOfOthers() {
        PROD.all()
                .forEach((stack, template) -> template.all("AWS::CloudWatch::Alarm")
                        .forEach((id, alarm) -> assertThat(template.texts(alarm.path("AlarmActions")))
                                .as(id)
                                .singleElement()
                                .asString()
                                .containsAnyOf("alarm-topic-arn", "tctf-prod-platform-alarms")));
    }

    @Test
    void whatIsUnusualIsTwoStandardDeviationsAway() {
        PROD.all()
                .values()
                .forEach(template -> template.named("AWS::CloudWatch::Alarm", "AlarmName")
                        .forEach((name, alarm) -> {
                            if (AlarmKind.of(name) == AlarmKind.FUNCTION_ANOMALY) {
                                assertThat(alarm.path("Metrics").toString()).contains("ANOMALY_DETECTION_BAND(m0, 2)");
                            }
                        }));
    }

    @Test
    void urgentAlarmsAreWhatADeploymentWatches() {
        PROD.all().forEach((stack, template) -> {
            String rule = template.text(
                    template.only("AWS::CloudWatch::CompositeAlarm").path("AlarmRule"));
            template.named("AWS::CloudWatch::Alarm", "AlarmName")
                    .keySet()
                    .forEach(name -> assertThat(rule.contains(name + "\""))
                            .as(name)
                            .isEqualTo(AlarmKind.of(name).urgency() == AlarmKind.Urgency.NOW));
        });
    }
}
