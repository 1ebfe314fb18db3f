package org.tctf.app.console;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Page;
import org.tctf.mail.Mailbox;
import org.tctf.mail.ReceivedMail;
import org.tctf.phone.Handset;
import org.tctf.phone.ReceivedMessage;

/** What came to this machine's mailbox and to its phone, in pages of both together. */
@ConsoleOnly
@Singleton
public final class Letterbox {
    private static final Comparator<Arrival> NEWEST_FIRST =
            Comparator.comparing((Arrival arrival) -> arrival.letter().at()).reversed();

    private final @Nullable Mailbox mailbox;
    private final @Nullable Handset handset;

    /**
     * @param mailbox absent when mail leaves by a provider
     * @param handset absent when text messages and calls do
     */
    Letterbox(@Nullable Mailbox mailbox, @Nullable Handset handset) {
        this.mailbox = mailbox;
        this.handset = handset;
    }

    /** A letter, and which one it is in its own box. */
    private record Arrival(Letter letter, boolean isMail, long number) {

        static Arrival of(ReceivedMail mail) {
            return new Arrival(Letter.of(mail), true, mail.number());
        }

        static Arrival of(ReceivedMessage message) {
            return new Arrival(Letter.of(message), false, message.number());
        }
    }

    /** How far both boxes have been read. */
    private record Mark(@Nullable Long mail, @Nullable Long message) {

        static Mark read(@Nullable String cursor) {
            if (cursor == null) {
                return new Mark(null, null);
            }
            try {
                String[] numbers = cursor.split("-", 2);
                return new Mark(Long.valueOf(numbers[0]), Long.valueOf(numbers[1]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException notOurs) {
                throw Problem.invalid(
                                "INVALID_CURSOR", "This cursor is not one of this list; start again without a cursor.")
                        .at("/cursor");
            }
        }

        Mark after(List<Arrival> shown) {
            return new Mark(lowest(shown, true, mail), lowest(shown, false, message));
        }

        private static long lowest(List<Arrival> shown, boolean isMail, @Nullable Long before) {
            return shown.stream()
                    .filter(arrival -> arrival.isMail() == isMail)
                    .mapToLong(Arrival::number)
                    .min()
                    .orElse(before == null ? Long.MAX_VALUE : before);
        }

        @Override
        public String toString() {
            return mail + "-" + message;
        }
    }

    /** Whether mail stays here. */
    public boolean isInUse() {
        return mailbox != null;
    }

    /**
     * Newest first.
     *
     * @param to an e-mail address or a phone number
     * @throws Problem {@code INVALID_EMAIL}, {@code INVALID_PHONE_NUMBER}, {@code INVALID_CURSOR}
     */
    public Page<Letter> list(@Nullable String to, int limit, @Nullable String cursor) {
        String recipient = to == null || to.isBlank() ? null : to.strip();
        Mark mark = Mark.read(cursor);
        List<Arrival> arrivals =
                new ArrayList<>(Stream.concat(mails(recipient, mark, limit + 1), messages(recipient, mark, limit + 1))
                        .sorted(NEWEST_FIRST)
                        .toList());
        boolean isThereMore = arrivals.size() > limit;
        List<Arrival> shown = arrivals.subList(0, Math.min(limit, arrivals.size()));
        return new Page<>(
                shown.stream().map(Arrival::letter).toList(),
                isThereMore ? mark.after(shown).toString() : null);
    }

    /** @throws Problem {@code MAIL_NOT_FOUND} */
    public Letter letter(String id) {
        return Stream.concat(
                        mailbox == null ? Stream.of() : mailbox.get(id).map(Letter::of).stream(),
                        handset == null ? Stream.of() : handset.get(id).map(Letter::of).stream())
                .findFirst()
                .orElseThrow(() -> notFound(id));
    }

    private Stream<Arrival> mails(@Nullable String to, Mark mark, int limit) {
        if (mailbox == null || isNumber(to)) {
            return Stream.of();
        }
        return mailbox.newest(to == null ? null : new EmailAddress(to), mark.mail(), limit).stream()
                .map(Arrival::of);
    }

    private Stream<Arrival> messages(@Nullable String to, Mark mark, int limit) {
        if (handset == null || to != null && !isNumber(to)) {
            return Stream.of();
        }
        return handset.newest(to == null ? null : new PhoneNumber(to), mark.message(), limit).stream()
                .map(Arrival::of);
    }

    private static boolean isNumber(@Nullable String to) {
        return to != null && to.startsWith("+");
    }

    static Problem notFound(String id) {
        return Problem.notFound("MAIL_NOT_FOUND", "There is no mail %s in the mailbox (any more).".formatted(id));
    }
}
