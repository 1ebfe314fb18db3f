package org.tctf.kernel.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Codec;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.event.Envelope;

/**
 * What a provider says of a mail, a text message or a call after it took it. It may come twice, in any order, even before
 * the sender has written down that the message was taken, or never: providers promise their best.
 *
 * @param messageId {@link org.tctf.kernel.mail.Mail#id()} or {@link org.tctf.kernel.phone.PhoneMessage#id()}
 * @param mailedTo whom a mail went to; absent for phones, whose providers need not say their number again
 * @param provider the transport's name
 */
public record DeliveryReport(String messageId, @Nullable EmailAddress mailedTo, Fate fate, String provider) {
    /** Of the message in the queue of whoever hears of it. */
    public static final String TYPE = "DELIVERY_REPORT";

    /** What became of a message; the later in this order weighs more, and stays. */
    public enum Fate {
        /**
         * It did not get there, though another may: the mailbox was full or away for days, the phone was off, busy, or not
         * answered. Vacation notices look the same.
         */
        UNDELIVERED,
        /** The recipient's mail system or carrier has it, or the call was answered; whether anybody noticed, nobody knows. */
        DELIVERED,
        /** The mail system says for good that there is no such mailbox, the carrier no such phone; or it takes nothing of ours. */
        BOUNCED,
        /** The reader has it, and called it spam. */
        COMPLAINED
    }

    /** About a text message or a call. */
    public DeliveryReport(String messageId, Fate fate, String provider) {
        this(messageId, null, fate, provider);
    }

    /**
     * That it was said.
     *
     * @param id the same whenever the provider says this again
     */
    public record Told(String id, Instant at, DeliveryReport report) {

        /** As it travels. */
        public Envelope envelope(Codec codec) {
            return new Envelope(
                    id,
                    report.provider,
                    TYPE,
                    1,
                    at,
                    report.messageId,
                    Envelope.schemaPath(TYPE, 1),
                    1,
                    id,
                    null,
                    "service:" + report.provider,
                    null,
                    codec.toJson(report));
        }
    }
}
