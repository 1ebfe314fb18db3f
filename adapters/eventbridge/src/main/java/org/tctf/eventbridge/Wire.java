package org.tctf.eventbridge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.event.Envelope;

/** How texts travel through services that carry the characters of XML 1.0 only (SQS API Reference, SendMessage). */
final class Wire {
    private static final Pattern UNSPEAKABLE =
            Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** W3C Trace Context (level 1 §3.2), version 00. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-([0-9a-f]{8})([0-9a-f]{24})-([0-9a-f]{16})-([0-9a-f]{2})");

    private Wire() {}

    /**
     * With U+FFFD in place of what is no character of XML. In the JSON of a message that can only be a lone surrogate or
     * one of Unicode's noncharacters: SQS would refuse the whole message for it, at the end of a way on which an escape
     * may have been resolved.
     */
    static String text(String text) {
        return UNSPEAKABLE.matcher(text).replaceAll("\uFFFD");
    }

    /** X-Ray's form of the envelope's trace (X-Ray Developer Guide, "Tracing header"); none when it is not traced. */
    static @Nullable String traceHeader(Envelope envelope) {
        if (envelope.traceparent() == null) {
            return null;
        }
        Matcher parent = TRACEPARENT.matcher(envelope.traceparent());
        return parent.matches()
                ? "Root=1-%s-%s;Parent=%s;Sampled=%d"
                        .formatted(
                                parent.group(1),
                                parent.group(2),
                                parent.group(3),
                                Integer.parseInt(parent.group(4), 16) & 1)
                : null;
    }
}
