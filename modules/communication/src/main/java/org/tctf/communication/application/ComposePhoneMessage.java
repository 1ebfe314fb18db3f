package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.MailedLink;
import org.tctf.communication.domain.Message;
import org.tctf.kernel.Language;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.phone.PhoneMessage;

/** Makes the words for a phone: here a code is in clear, and it goes straight out. */
@Singleton
public class ComposePhoneMessage {
    private final ShortTexts shortTexts;
    private final Encryption encryption;
    private final InstantSource clock;

    public ComposePhoneMessage(ShortTexts shortTexts, Encryption encryption, InstantSource clock) {
        this.shortTexts = shortTexts;
        this.encryption = encryption;
        this.clock = clock;
    }

    public PhoneMessage compose(Message message, Content.PhoneCode content) {
        Language language = message.to().language();
        return new PhoneMessage(
                message.id(),
                content.medium(),
                message.to().address().phone(),
                language.locale(),
                shortTexts.render(content.template(), content.medium(), language, text(content)));
    }

    private ShortText text(Content.PhoneCode content) {
        String code = encryption.decrypt(MailedLink.PURPOSE, content.code());
        return switch (content.medium()) {
            case SMS -> new ShortText.CodeToRead(code, minutesLeft(content));
            // A voice reads "493817" as a number; with commas it reads digits, and pauses.
            case CALL -> new ShortText.CodeToHear(String.join(", ", code.split("")));
        };
    }

    private long minutesLeft(Content.PhoneCode content) {
        return Math.ceilDiv(
                Duration.between(clock.instant(), content.expiresAt()).toSeconds(), 60);
    }
}
