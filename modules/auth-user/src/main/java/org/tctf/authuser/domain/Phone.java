package org.tctf.authuser.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.Problem;

/**
 * A member's phone: the number that they have proved, and the one that waits for its code; both while they move to another.
 *
 * <p>Each code costs money, and somebody earns from numbers that cost much: so a member gets few, with a pause between
 * them, and taking the number away does not start the count again.
 *
 * @param asked when codes were asked for, of the last day, oldest first
 */
@AggregateRoot
public record Phone(
        @Identity String userId,
        @Nullable ProvedNumber proved,
        @Nullable PendingNumber pending,
        List<Instant> asked,
        long version)
        implements Kept {
    /** Between two codes. */
    public static final Duration PAUSE = Duration.ofSeconds(60);

    /** Codes in {@link #DAY}. */
    public static final int CODES_A_DAY = 5;

    public static final Duration DAY = Duration.ofDays(1);

    /** What is asked for: a code to this number. */
    public record Request(String id, PhoneNumber number, PhoneChannel channel) {}

    public Phone {
        asked = List.copyOf(asked);
    }

    /** Of a member who has never asked for one. */
    public static Phone none(String userId) {
        return new Phone(userId, null, null, List.of(), 0);
    }

    public Optional<ProvedNumber> number() {
        return Optional.ofNullable(proved);
    }

    /** The number that waits for its code, as long as one would be right. */
    public Optional<PendingNumber> waiting(Instant now) {
        return Optional.ofNullable(pending).filter(waiting -> waiting.isAlive(now));
    }

    /**
     * @throws Problem {@code PHONE_ALREADY_VERIFIED}; {@code PHONE_CODE_TOO_SOON} and {@code PHONE_CODES_EXHAUSTED} with
     *     the time to wait
     */
    public void requireMayAskFor(PhoneNumber number, Instant now) {
        if (number().map(ProvedNumber::number).equals(Optional.of(number))) {
            throw Problem.conflict("PHONE_ALREADY_VERIFIED", "This is your number already, and it is verified.")
                    .at("/number");
        }
        List<Instant> today = asked(now);
        if (today.isEmpty()) {
            return;
        }
        Duration pause = Duration.between(now, today.getLast().plus(PAUSE));
        if (pause.isPositive()) {
            throw Problem.of(
                            Problem.Kind.TOO_MANY_REQUESTS,
                            "PHONE_CODE_TOO_SOON",
                            "A code is on its way; wait a minute before you ask for another one.")
                    .retryAfter(pause);
        }
        if (today.size() >= CODES_A_DAY) {
            throw Problem.of(
                            Problem.Kind.TOO_MANY_REQUESTS,
                            "PHONE_CODES_EXHAUSTED",
                            "You have had %d codes within a day; try again later.".formatted(CODES_A_DAY))
                    .retryAfter(Duration.between(now, today.getFirst().plus(DAY)));
        }
    }

    /**
     * Asks for a code; an earlier one is void.
     *
     * @throws Problem as {@link #requireMayAskFor}
     */
    public Decision<Phone> ask(Request request, SentCode sent, Instant now) {
        requireMayAskFor(request.number(), now);
        var waiting = new PendingNumber(request.id(), request.number(), request.channel(), sent.digest(), 0, now);
        List<Instant> counted =
                Stream.concat(asked(now).stream(), Stream.of(now)).toList();
        return Decision.of(
                new Phone(userId, proved, waiting, counted, version + 1),
                new PhoneVerificationRequested(
                        userId, request.number(), request.channel(), sent.code(), waiting.expiresAt()));
    }

    /**
     * Tries a code: the next state has the number, or one attempt less.
     *
     * @param isItsCode whether the code that was typed is the one that this digest was kept of
     * @throws Problem {@code PHONE_VERIFICATION_NOT_FOUND}, {@code VERIFICATION_EXPIRED}, {@code MAX_ATTEMPTS_EXCEEDED}
     */
    public Decision<Phone> tryCode(Predicate<String> isItsCode, Instant now) {
        PendingNumber waiting = pending;
        if (waiting == null) {
            throw Problem.notFound("PHONE_VERIFICATION_NOT_FOUND", "No number waits for a code; ask for one first.");
        }
        if (!waiting.isProvedBy(isItsCode, now)) {
            return Decision.of(new Phone(userId, proved, waiting.oneAttemptLess(), asked, version + 1));
        }
        return Decision.of(
                new Phone(userId, new ProvedNumber(waiting.number(), now), null, asked, version + 1),
                new PhoneVerified(userId, waiting.number()));
    }

    /**
     * Takes the number away, and the one that waits.
     *
     * @throws Problem {@code PHONE_NOT_FOUND}
     */
    public Decision<Phone> remove() {
        if (proved == null && pending == null) {
            throw Problem.notFound("PHONE_NOT_FOUND", "There is no phone number to remove.");
        }
        Phone without = new Phone(userId, null, null, asked, version + 1);
        return proved == null ? Decision.of(without) : Decision.of(without, new PhoneRemoved(userId));
    }

    private List<Instant> asked(Instant now) {
        return asked.stream().filter(at -> now.isBefore(at.plus(DAY))).toList();
    }
}
