package org.tctf.app.console;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Page;
import org.tctf.mail.Mailbox;
import org.tctf.mail.ReceivedMail;

/** This machine's mailbox, in pages. */
@ConsoleOnly
@Singleton
public final class Letterbox {
    private final @Nullable Mailbox mailbox;

    /** @param mailbox absent when mail leaves by a provider */
    Letterbox(@Nullable Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Whether mail stays here. */
    public boolean isInUse() {
        return mailbox != null;
    }

    /**
     * Newest first.
     *
     * @throws Problem {@code INVALID_EMAIL}, {@code INVALID_CURSOR}
     */
    public Page<ReceivedMail> list(@Nullable String to, int limit, @Nullable String cursor) {
        if (mailbox == null) {
            return new Page<>(List.of(), null);
        }
        EmailAddress recipient = to == null || to.isBlank() ? null : new EmailAddress(to);
        List<ReceivedMail> mails = new ArrayList<>(mailbox.newest(recipient, number(cursor), limit + 1));
        if (mails.size() <= limit) {
            return new Page<>(List.copyOf(mails), null);
        }
        mails.removeLast();
        return new Page<>(List.copyOf(mails), Long.toString(mails.getLast().number()));
    }

    /** @throws Problem {@code MAIL_NOT_FOUND} */
    public ReceivedMail mail(String id) {
        if (mailbox == null) {
            throw notFound(id);
        }
        return mailbox.get(id).orElseThrow(() -> notFound(id));
    }

    private static Problem notFound(String id) {
        return Problem.notFound("MAIL_NOT_FOUND", "There is no mail %s in the mailbox (any more).".formatted(id));
    }

    private static @Nullable Long number(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException notOurs) {
            throw Problem.invalid(
                            "INVALID_CURSOR", "This cursor is not one of this list; start again without a cursor.")
                    .at("/cursor");
        }
    }
}
