package org.tctf.pipeline.cost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A service's bill of a month, line by line, without the free tier. Messages are counted as if each came in a batch of its
 * own: under load, batches make queues and functions cheaper than this.
 */
public final class CostModel {
    /**
     * Lambda's pollers ask an idle queue too: five of them, each with long polls of 20 seconds (AWS Lambda Developer
     * Guide, "Using Lambda with Amazon SQS"), 30 days of them.
     */
    static final double IDLE_POLLS = 5 * Duration.ofDays(30).dividedBy(Duration.ofSeconds(20));

    private static final double SQS_REQUESTS_PER_MESSAGE = 3;
    private static final double BYTES_PER_GIGABYTE = 1e9;
    private static final double MEGABYTES_PER_GIGABYTE = 1024;

    private final PriceList prices;

    public CostModel(PriceList prices) {
        this.prices = prices;
    }

    /** @param quantity in the price's units */
    public record Line(String what, double quantity, String unit, double usd) {}

    /** All lines, also those of nothing. */
    public List<Line> monthly(Workload work) {
        double facts = work.requests() * work.events();
        double messages = facts * work.consumers();
        double invocations = work.requests() + facts + messages;
        double gigabyteSeconds =
                invocations * billedSeconds(work.duration()) * work.memoryMegabytes() / MEGABYTES_PER_GIGABYTE;
        List<Line> bill = new ArrayList<>();
        bill.add(line("API Gateway, requests", "api-request", work.requests()));
        bill.add(line("WAF, requests", "waf-request", work.requests()));
        bill.add(line("Lambda, invocations (requests, relay, queues)", "lambda-request", invocations));
        bill.add(line("Lambda, time", "lambda-duration", gigabyteSeconds));
        bill.add(line("DynamoDB, writes", "table-write", work.requests() * work.writes()));
        bill.add(line("DynamoDB, reads", "table-read", work.requests() * work.reads()));
        bill.add(line("EventBridge, facts", "bus-event", facts));
        bill.add(line("SNS, fan-out", "topic-publish", messages));
        bill.add(line("SNS, filters", "topic-filter-gigabyte", messages * work.eventBytes() / BYTES_PER_GIGABYTE));
        bill.add(line("SQS, messages", "queue-request", messages * SQS_REQUESTS_PER_MESSAGE));
        bill.add(line("SQS, asking idle queues", "queue-request", work.queues() * IDLE_POLLS));
        bill.add(line("CloudWatch, logs", "log-gigabyte", invocations * work.logBytes() / BYTES_PER_GIGABYTE));
        bill.add(line("CloudWatch, alarms", "alarm", work.alarms()));
        return List.copyOf(bill);
    }

    public static double total(List<Line> bill) {
        return bill.stream().mapToDouble(Line::usd).sum();
    }

    /** Lambda bills whole milliseconds. */
    private static double billedSeconds(Duration duration) {
        return Math.ceil(duration.toNanos() / 1e6) / 1e3;
    }

    private Line line(String what, String price, double quantity) {
        Price of = prices.of(price);
        return new Line(what, quantity, of.unit(), of.of(quantity));
    }
}
