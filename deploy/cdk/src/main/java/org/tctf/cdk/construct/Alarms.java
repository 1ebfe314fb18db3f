package org.tctf.cdk.construct;

import java.util.ArrayList;
import java.util.List;
import org.tctf.cdk.AlarmKind;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmRule;
import software.amazon.awscdk.services.cloudwatch.AlarmState;
import software.amazon.awscdk.services.cloudwatch.AnomalyDetectionAlarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.CompositeAlarm;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IAlarmAction;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/**
 * Makes a stack's alarms: each is named {@code <prefix>-<subject>-<kind>}, says what has happened and where to read what to
 * do, and tells the stage's topic. No data is no alarm: what nobody calls does not fail.
 */
public final class Alarms {
    /** What {@code AnomalyDetectionAlarm} calls two standard deviations. */
    private static final int DEVIATIONS = 2;

    private final String prefix;
    private final IAlarmAction tell;
    private final String runbooks;
    private final List<IAlarm> urgent = new ArrayList<>();

    /**
     * @param prefix of every name, {@code tctf-dev-billing}
     * @param runbooks what the address of a page begins with
     */
    public Alarms(String prefix, IAlarmAction tell, String runbooks) {
        this.prefix = prefix;
        this.tell = tell;
        this.runbooks = runbooks;
    }

    /**
     * When a number has to be how large, how often, for an alarm to ring.
     *
     * @param threshold reached or passed
     * @param datapoints of the last {@code periods} at which it was
     */
    public record Rings(double threshold, int datapoints, int periods) {
        /** At the first sight of it. */
        public static Rings at(double threshold) {
            return new Rings(threshold, 1, 1);
        }

        /** Twice in three periods: not for a single hiccup, and within a deployment's five minutes. */
        public static Rings soonAt(double threshold) {
            return new Rings(threshold, 2, 3);
        }

        /** When it stays so. */
        public static Rings lastingAt(double threshold) {
            return new Rings(threshold, 3, 3);
        }
    }

    /** @param subject what it is about, {@code api}, {@code on-user-created} */
    public Alarm on(Construct scope, AlarmKind kind, String subject, IMetric metric, Rings rings) {
        Alarm alarm = Alarm.Builder.create(scope, kind.slug())
                .alarmName(name(kind, subject))
                .alarmDescription(description(kind))
                .metric(metric)
                .threshold(rings.threshold())
                .evaluationPeriods(rings.periods())
                .datapointsToAlarm(rings.datapoints())
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
        alarm.addAlarmAction(tell);
        if (kind.urgency() == AlarmKind.Urgency.NOW) {
            urgent.add(alarm);
        }
        return alarm;
    }

    /** Rings when a number leaves the band that it has learned, by more than two standard deviations, either way. */
    public void onAnomaly(Construct scope, AlarmKind kind, String subject, Metric metric) {
        AnomalyDetectionAlarm.Builder.create(scope, kind.slug())
                .alarmName(name(kind, subject))
                .alarmDescription(description(kind))
                .metric(metric.with(
                        MetricOptions.builder().period(Duration.minutes(5)).build()))
                .stdDevs(DEVIATIONS)
                .evaluationPeriods(3)
                .datapointsToAlarm(3)
                .comparisonOperator(ComparisonOperator.LESS_THAN_LOWER_OR_GREATER_THAN_UPPER_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build()
                .addAlarmAction(tell);
    }

    /**
     * One alarm for all urgent ones so far, for whoever watches the service as a whole: a deployment, a screen. It tells
     * nobody itself, since those it is made of do.
     */
    public CompositeAlarm together(Construct scope, AlarmKind kind) {
        return CompositeAlarm.Builder.create(scope, kind.slug())
                .compositeAlarmName(name(kind))
                .alarmDescription(description(kind))
                .alarmRule(AlarmRule.anyOf(urgent.stream()
                        .map(alarm -> AlarmRule.fromAlarm(alarm, AlarmState.ALARM))
                        .toArray(software.amazon.awscdk.services.cloudwatch.IAlarmRule[]::new)))
                .build();
    }

    /** What the alarm {@link #together} is called. */
    public String name(AlarmKind kind) {
        return prefix + "-" + kind.slug();
    }

    /** What an alarm of this stack is called. */
    public String name(AlarmKind kind, String subject) {
        return "%s-%s-%s".formatted(prefix, subject, kind.slug());
    }

    private String description(AlarmKind kind) {
        return "%s What to do: %s%s".formatted(kind.meaning(), runbooks, kind.runbook());
    }
}
