package org.tctf.kernel.mail;

import java.time.Instant;
import org.tctf.kernel.Codec;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.event.Envelope;

/**
 * What a provider says of a mail after it took it. It may come twice, in any order, even before the sender has written down
 * that the mail was taken, or never: providers promise their best.
 *
 * @param mailId {@link Mail#id()}
 * @param provider {@link MailTransport#name()}
 */
public record MailReport(String mailId, EmailAddress to, Fate fate, String provider) {
    /** Of the message in the queue of whoever hears of it. */
    public static final String TYPE = "MAIL_REPORT";

    /** What became of a mail; the later in this order weighs more, and stays. */
    public enum Fate {
        /** It did not get there, though the mailbox may be: full, or away for days. Vacation notices look the same. */
        UNDELIVERED,
        /** The recipient's mail system has it; whether it was read, nobody knows. */
        DELIVERED,
        /** The mail system says for good that there is no such mailbox, or that it takes nothing of ours. */
        BOUNCED,
        /** The reader has it, and called it spam. */
        COMPLAINED
    }

    /**
     * As it travels.
     *
     * @param id the same whenever the provider says this again
     */
    public Envelope envelope(String id, Instant time, Codec codec) {
        return new Envelope(
                id,
                provider,
                TYPE,
                1,
                time,
                mailId,
                Envelope.schemaPath(TYPE, 1),
                1,
                id,
                null,
                "service:" + provider,
                null,
                codec.toJson(this));
    }
}
