package org.tctf.app.console.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.tctf.app.console.trail.SpanView;

/**
 * A trace as rows of bars.
 *
 * @param took from the first span's begin to the last one's end
 */
record Waterfall(List<Row> rows, String took) {
    private static final double SCALE = 1_000;
    private static final double VISIBLE = 3;
    private static final int DEEPEST = 6;
    private static final String NOBODY = "";

    /**
     * A span.
     *
     * @param x where its bar begins, of 1,000
     * @param width of its bar, at least so wide that it can be seen
     */
    record Row(
            String name,
            String kind,
            String kindClass,
            String spanId,
            int depth,
            String took,
            String from,
            String to,
            String x,
            String width,
            String error,
            List<Attribute> attributes) {}

    /** What a span says of itself. */
    record Attribute(String name, String value) {}

    static Instant end(SpanView span) {
        return span.start().plusNanos((long) (span.tookMs() * 1_000_000));
    }

    static Waterfall of(List<SpanView> spans) {
        if (spans.isEmpty()) {
            return new Waterfall(List.of(), "");
        }
        Instant begin =
                spans.stream().map(SpanView::start).min(Instant::compareTo).orElseThrow();
        Instant end = spans.stream().map(Waterfall::end).max(Instant::compareTo).orElse(begin);
        double total = Math.max(0.001, millis(begin, end));
        Set<String> known = spans.stream().map(SpanView::spanId).collect(Collectors.toSet());
        Map<String, List<SpanView>> parts = spans.stream().collect(Collectors.groupingBy(span -> {
            String parent = span.parentId();
            return parent != null && known.contains(parent) ? parent : NOBODY;
        }));
        List<Row> rows = new ArrayList<>();
        addParts(NOBODY, 0, parts, (span, depth) -> rows.add(row(span, begin, total, depth)));
        return new Waterfall(List.copyOf(rows), Text.millis(total));
    }

    /** Each span before its parts, whenever it was told of: a whole ends after its parts. */
    private static void addParts(
            String parent, int depth, Map<String, List<SpanView>> parts, BiConsumer<SpanView, Integer> add) {
        for (SpanView span : parts.getOrDefault(parent, List.of())) {
            add.accept(span, Math.min(DEEPEST, depth));
            addParts(span.spanId(), depth + 1, parts, add);
        }
    }

    private static Row row(SpanView span, Instant begin, double total, int depth) {
        double from = millis(begin, span.start());
        double width = Math.max(VISIBLE, span.tookMs() / total * SCALE);
        double x = Math.min(from / total * SCALE, SCALE - width);
        return new Row(
                span.name(),
                span.kind().toLowerCase(Locale.ROOT),
                span.error() == null ? span.kind().toLowerCase(Locale.ROOT) : "bad",
                span.spanId(),
                depth,
                Text.millis(span.tookMs()),
                Text.millis(from),
                Text.millis(from + span.tookMs()),
                "%.1f".formatted(x),
                "%.1f".formatted(width),
                span.error() == null ? "" : span.error(),
                span.attributes().entrySet().stream()
                        .map(attribute -> new Attribute(attribute.getKey(), attribute.getValue()))
                        .toList());
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1_000_000.0;
    }
}
