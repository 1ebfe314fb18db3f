package org.tctf.authadmin.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.crypto.Hashes;

/**
 * An entry as the log keeps it: it waits, until it is linked into the chain.
 *
 * @param recordedAt when it came into the log
 * @param link its place in the chain; absent while it waits
 */
public record LoggedEntry(
        Instant recordedAt, AuditEntry entry, @Nullable Link link) {

    /**
     * A place in the chain.
     *
     * @param seq from 1, without gaps
     * @param previous the hash of the entry before
     * @param hash over everything that is said of this entry, its place and the hash before it
     */
    public record Link(long seq, String previous, String hash) {}

    /** Links it behind a point. */
    public LoggedEntry linkedBehind(Point before) {
        long seq = before.seq() + 1;
        return new LoggedEntry(recordedAt, entry, new Link(seq, before.hash(), hash(seq, before.hash())));
    }

    /** Whether it is what was linked behind this point, to the last letter. */
    public boolean isLinkedBehind(Point before) {
        return equals(linkedBehind(before));
    }

    /** Where the chain stands with it. */
    public Point point() {
        if (link == null) {
            throw new IllegalStateException("entry %s waits to be linked".formatted(entry.id()));
        }
        return new Point(link.seq(), link.hash());
    }

    /** SHA-256 of {@link #canonical}, hexadecimal. */
    private String hash(long seq, String previous) {
        byte[] text = canonical(seq, previous).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Hashes.sha256(text));
    }

    /**
     * Every field with its length before it, and absent ones as a hyphen: no two entries have the same text, whatever is
     * in their fields (D. J. Bernstein, "Netstrings").
     */
    private String canonical(long seq, String previous) {
        StringBuilder text = new StringBuilder();
        field(text, "tctf-audit-1");
        field(text, Long.toString(seq));
        field(text, previous);
        field(text, recordedAt.toString());
        field(text, entry.id());
        field(text, entry.at().toString());
        field(text, entry.type());
        field(text, entry.outcome().name());
        field(text, entry.memberId());
        field(text, entry.actor());
        field(text, entry.reason());
        field(text, entry.correlationId());
        new TreeMap<>(entry.details()).forEach((name, value) -> {
            field(text, name);
            field(text, value);
        });
        return text.toString();
    }

    private static void field(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.length()).append(':').append(value);
        }
    }
}
