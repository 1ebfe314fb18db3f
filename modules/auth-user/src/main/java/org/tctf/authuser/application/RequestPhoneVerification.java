package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tctf.authuser.application.Codes.Use;
import org.tctf.authuser.domain.PendingNumber;
import org.tctf.authuser.domain.Phone;
import org.tctf.authuser.domain.PhoneChannel;
import org.tctf.authuser.domain.SentCode;
import org.tctf.identity.Principal;
import org.tctf.kernel.Ids;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.Quota;
import org.tctf.kernel.web.RateCounters;

/**
 * Asks for a code to a phone number, to prove that it is the caller's.
 *
 * <p>Against toll fraud, in which somebody has codes sent to numbers that they earn from: no number that costs more, few
 * codes a day for one member ({@link Phone}), for one number whoever asks, and for one country whoever asks. The last is
 * far above what members need, and bounds what one night may cost.
 */
@Singleton
public class RequestPhoneVerification {
    /** To one number in a day, all members together. */
    public static final int CODES_TO_A_NUMBER = 5;

    /** To the numbers of one country in a day, all members together. */
    public static final int CODES_TO_A_COUNTRY = 1_000;

    private static final Quota TO_A_NUMBER = new Quota("phone-codes-to-number", CODES_TO_A_NUMBER, Phone.DAY);
    private static final Quota TO_A_COUNTRY = new Quota("phone-codes-to-country", CODES_TO_A_COUNTRY, Phone.DAY);

    private final Records<Phone> phones;
    private final NumberingPlan numberingPlan;
    private final Codes codes;
    private final RateCounters counters;
    private final Ids ids;
    private final InstantSource clock;

    public RequestPhoneVerification(
            Records<Phone> phones,
            NumberingPlan numberingPlan,
            Codes codes,
            RateCounters counters,
            Ids ids,
            InstantSource clock) {
        this.phones = phones;
        this.numberingPlan = numberingPlan;
        this.codes = codes;
        this.counters = counters;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @return when the code is no longer good
     * @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code INVALID_PHONE_NUMBER}, {@code PHONE_NOT_REACHABLE},
     *     {@code PHONE_ALREADY_VERIFIED}, {@code PHONE_CODE_TOO_SOON}, {@code PHONE_CODES_EXHAUSTED}
     */
    public Instant request(Principal caller, String typed, PhoneChannel channel) {
        caller.requireRecentProof(clock);
        String userId = caller.memberId();
        NumberingPlan.Reachable reachable = numberingPlan.read(typed, channel);
        PhoneNumber number = reachable.number();
        Instant now = clock.instant();
        // Before the shared counts: what the member may not have anyway must not use up what others may.
        phones.find(userId).orElseGet(() -> Phone.none(userId)).requireMayAskFor(number, now);
        count("phone-codes " + number.value(), TO_A_NUMBER, now);
        count("phone-codes +" + reachable.country(), TO_A_COUNTRY, now);

        String id = ids.next().toString();
        SentCode sent = codes.issue(Use.PHONE, id);
        phones.decide(
                userId,
                before -> before.orElseGet(() -> Phone.none(userId))
                        .ask(new Phone.Request(id, number, channel), sent, now));
        return now.plus(PendingNumber.LIFE);
    }

    private void count(String bucket, Quota quota, Instant now) {
        RateCounters.Standing standing = counters.count(bucket, quota, now);
        if (!standing.isAllowed()) {
            Duration wait = standing.resetsIn();
            throw Problem.of(
                            Problem.Kind.TOO_MANY_REQUESTS,
                            "PHONE_CODES_EXHAUSTED",
                            "Too many codes have gone there within a day; try again later.")
                    .retryAfter(wait);
        }
    }
}
