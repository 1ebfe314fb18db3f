package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.MailedLink;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.Recipient;
import org.tctf.kernel.Language;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.web.PublicUrl;

/** Makes the mail of a message: here a code is in clear, and it goes straight out. */
@Singleton
public class ComposeMail {
    /** The purpose for which a sign-up's codes come encrypted. */
    public static final String CODE_PURPOSE = "verification-code";

    private final Templates templates;
    private final Encryption encryption;
    private final PublicUrl publicUrl;
    private final InstantSource clock;

    public ComposeMail(Templates templates, Encryption encryption, PublicUrl publicUrl, InstantSource clock) {
        this.templates = templates;
        this.encryption = encryption;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** The mail has the message's id, so that a receiver can tell a second copy. */
    public Mail compose(Message message, Content.ByMail content) {
        Language language = message.to().language();
        Templates.Rendered rendered = templates.render(content.template(), language, letter(content, message.to()));
        return new Mail(
                message.id(),
                message.to().address().email(),
                rendered.subject(),
                rendered.text(),
                rendered.html(),
                Map.of("Content-Language", language.tag()));
    }

    Letter letter(Content.ByMail content, Recipient to) {
        return switch (content) {
            case Content.VerifyEmail verify ->
                new Letter.VerifyEmail(
                        encryption.decrypt(CODE_PURPOSE, verify.code()),
                        publicUrl
                                .at(
                                        "/v1/account/signup/confirm",
                                        "token",
                                        encryption.decrypt(CODE_PURPOSE, verify.linkToken()))
                                .toString(),
                        minutesUntil(verify.expiresAt()));
            case Content.SignUpRepeated repeated -> new Letter.SignUpRepeated();
            case Content.NoAccount noAccount -> new Letter.NoAccount();
            case Content.Welcome welcome -> new Letter.Welcome(name(to));
            case Content.AccountLocked locked -> new Letter.AccountLocked(inWords(locked.until(), to.language()));
            case Content.SessionEnded ended -> new Letter.SessionEnded();
            case Content.SecurityNotice notice -> new Letter.SecurityNotice(inWords(notice.at(), to.language()));
            case Content.CodeToType code ->
                new Letter.CodeToType(
                        encryption.decrypt(code.what().purpose(), code.code()), minutesUntil(code.expiresAt()));
            case Content.EmailChange change ->
                new Letter.VerifyEmail(
                        encryption.decrypt(MailedLink.PURPOSE, change.code()),
                        accountLink(change.cancelToken()),
                        minutesUntil(change.expiresAt()));
            case Content.LinkToFollow link ->
                new Letter.LinkToFollow(accountLink(link.token()), inWords(link.until(), to.language()));
            case Content.UsernameReminder reminder -> new Letter.UsernameReminder();
            case Content.OnboardingNudge nudge ->
                new Letter.OnboardingNudge(
                        name(to),
                        nudge.openSteps().stream()
                                .map(Letter.OnboardingNudge.Step::of)
                                .toList());
            case Content.Digest digest ->
                new Letter.Digest(
                        name(to),
                        digest.unread(),
                        digest.titles().stream().map(ComposeMail::oneLine).toList());
        };
    }

    private String accountLink(Encrypted token) {
        return publicUrl
                .at("/v1/account/link", "token", encryption.decrypt(MailedLink.PURPOSE, token))
                .toString();
    }

    private long minutesUntil(Instant end) {
        return Math.ceilDiv(Duration.between(clock.instant(), end).toSeconds(), 60);
    }

    private static @Nullable String name(Recipient to) {
        return to.name() == null ? null : oneLine(to.name());
    }

    // Others wrote it: it must not look like a part of the mail, let alone of its header.
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static String inWords(Instant instant, Language language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(language.locale())
                        .withZone(ZoneOffset.UTC)
                        .format(instant)
                + " UTC";
    }
}
