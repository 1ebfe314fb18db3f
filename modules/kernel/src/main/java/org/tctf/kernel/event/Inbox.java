package org.tctf.kernel.event;

import java.time.Duration;
import java.time.Instant;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Key;

/** What a service's table keeps of each delivery that it has done, so that it is done once. */
public final class Inbox {
    /** Every service has it; definitions need not list it. */
    public static final AccessPattern DONE =
            AccessPattern.main("a delivery that is done", "INBOX#{queue}#{event}", "DONE");

    /** Twice the 14 days that SQS keeps a message, so that no redelivery outlives its mark. */
    public static final Duration KEPT = Duration.ofDays(28);

    record Done(Instant at, String type) {}

    private Inbox() {}

    /** Whether this is the key of a done delivery. */
    public static boolean isKey(Key key) {
        return key.pk().startsWith("INBOX#");
    }
}
