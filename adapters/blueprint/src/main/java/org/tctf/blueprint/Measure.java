package org.tctf.blueprint;

/**
 * The numbers that functions write into their log for CloudWatch to count (Embedded Metric Format), beside the definitions'
 * own domain metrics. All are under {@link Stage#metricsNamespace()} with the dimension {@value #SERVICE}.
 */
public enum Measure {
    /** Answered requests; also by {@value #ROUTE}. */
    REQUESTS("requests", "Count"),
    /** How long an answer took; also by {@value #ROUTE}. */
    LATENCY("request.latency", "Milliseconds"),
    /** Answers of 400 to 499; also by {@value #ROUTE}. */
    REFUSALS("request.refusals", "Count"),
    /** Answers from 500 on; also by {@value #ROUTE}. */
    FAULTS("request.faults", "Count"),
    /** Messages that were done, repetitions counted; by {@value #QUEUE}. */
    DELIVERIES("deliveries", "Count"),
    /** Messages that failed and come again; by {@value #QUEUE}. */
    DELIVERY_FAILURES("delivery.failures", "Count"),
    /** How long ago the oldest message of a batch was raised when it left the outbox. */
    RELAY_AGE("relay.age", "Milliseconds"),
    /** Messages that left the outbox. */
    RELAYED("relayed", "Count"),
    /** What a sweep found in the outbox and cannot read; written only when there is something. */
    UNREADABLE("relay.unreadable", "Count"),
    /** What providers said of what the service sent, and it does not ask for; written only when there is something. */
    IGNORED_REPORTS("delivery.reports.ignored", "Count");

    public static final String SERVICE = "service";
    public static final String ROUTE = "route";
    public static final String QUEUE = "queue";

    private final String metric;
    private final String unit;

    Measure(String metric, String unit) {
        this.metric = metric;
        this.unit = unit;
    }

    /** The metric's name in CloudWatch. */
    public String metric() {
        return metric;
    }

    /** The unit as CloudWatch calls it. */
    public String unit() {
        return unit;
    }
}
