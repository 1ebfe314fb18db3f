package org.tctf.ses;

import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;
import org.tctf.mail.MimeMail;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * Hands mails to Amazon SES, as whole MIME, for which the right is {@code ses:SendRawEmail}. SES writes a Message-ID and a
 * Date of its own into each; the mail's id is in {@link MimeMail#ID}, and in the tag {@value #TAG} of the events that SES
 * publishes (bounces, complaints).
 *
 * <p>What SES says of the mail's content or recipient is final. What it says of us (sender or domain not verified, sending
 * paused, quota used up, throttled, down) says nothing of the mail: another provider may take it. Safe for concurrent use.
 */
public final class SesTransport implements MailTransport {
    /** The tag with the mail's id. */
    public static final String TAG = "mail";

    static final String NAME = "ses";

    private final SesV2Client ses;
    private final String sender;
    private final @Nullable String configurationSet;
    private final InstantSource clock;

    /**
     * @param ses with {@link ClientLimits}
     * @param configurationSet that has SES publish what becomes of the mails, which {@link SesReports} reads; absent for none
     * @param sender what stands in From, an address that SES has verified: {@code TCTF <no-reply@example.org>}
     */
    public SesTransport(SesV2Client ses, String sender, @Nullable String configurationSet, InstantSource clock) {
        this.ses = ses;
        this.sender = sender;
        this.configurationSet = configurationSet;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void send(Mail mail) {
        try {
            ses.sendEmail(request(mail));
        } catch (MessageRejectedException refused) {
            throw isOurFault(refused) ? new Unavailable(NAME, refused) : rejected(refused);
        } catch (BadRequestException refused) {
            throw rejected(refused);
        } catch (SdkException failed) {
            throw hasSaidNo(failed) ? new Unavailable(NAME, failed) : new Uncertain(NAME, failed);
        } catch (MessagingException unwritable) {
            throw rejected(unwritable);
        }
    }

    private SendEmailRequest request(Mail mail) throws MessagingException {
        SdkBytes source = SdkBytes.fromByteArrayUnsafe(MimeMail.bytes(sender, mail, clock.instant()));
        return SendEmailRequest.builder()
                .destination(to -> to.toAddresses(mail.to().value()))
                .content(content -> content.raw(raw -> raw.data(source)))
                .configurationSetName(configurationSet)
                .emailTags(MessageTag.builder().name(TAG).value(mail.id()).build())
                .build();
    }

    // "Email address is not verified. The following identities failed the check …": SES has no code of its own for it.
    private static boolean isOurFault(MessageRejectedException refused) {
        return String.valueOf(refused.getMessage()).contains("not verified");
    }

    // A 4xx is an answer; a 5xx, a lost connection and a time that is over are not. A connection that never was is as
    // good
    // as an answer.
    private static boolean hasSaidNo(SdkException failed) {
        if (failed instanceof SdkServiceException answered) {
            return answered.statusCode() < 500;
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static Rejected rejected(Exception why) {
        return new Rejected(NAME, String.valueOf(why.getMessage()));
    }
}
