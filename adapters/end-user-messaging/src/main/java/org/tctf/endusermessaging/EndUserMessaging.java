package org.tctf.endusermessaging;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.kernel.phone.PhoneTransport;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.pinpointsmsvoicev2.PinpointSmsVoiceV2Client;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.ConflictException;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.ConflictExceptionReason;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.MessageType;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.ValidationException;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.ValidationExceptionReason;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.VoiceId;
import software.amazon.awssdk.services.pinpointsmsvoicev2.model.VoiceMessageBodyTextType;

/**
 * Hands text messages and calls to AWS End User Messaging SMS and Voice v2, for which the rights are {@code
 * sms-voice:SendTextMessage} and {@code sms-voice:SendVoiceMessage}. AWS answers with an id of its own; ours is in the
 * context {@value #CONTEXT} of the events that it publishes, which {@link EndUserMessagingReports} reads.
 *
 * <p>What AWS says of the number or the words is final. What it says of us (nothing to send from, spending limit reached,
 * throttled, down) says nothing of the message. Safe for concurrent use.
 */
public final class EndUserMessaging implements PhoneTransport {
    /** The context with the message's id. */
    public static final String CONTEXT = "message";

    static final String NAME = "end-user-messaging";

    /** Seconds. Codes are the only words that we send, and an old one is worth nothing. */
    private static final int TIME_TO_LIVE =
            Math.toIntExact(Duration.ofMinutes(10).toSeconds());

    private static final Map<String, VoiceId> VOICES = Map.of(
            "en", VoiceId.AMY,
            "fr", VoiceId.LEA,
            "es", VoiceId.LUCIA,
            "de", VoiceId.VICKI,
            "it", VoiceId.BIANCA,
            "pt", VoiceId.INES);

    private static final Set<ConflictExceptionReason> OF_THE_NUMBER = EnumSet.of(
            ConflictExceptionReason.DESTINATION_PHONE_NUMBER_OPTED_OUT,
            ConflictExceptionReason.DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION,
            ConflictExceptionReason.DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE);

    private static final Set<ValidationExceptionReason> OF_THE_MESSAGE = EnumSet.of(
            ValidationExceptionReason.CANNOT_PARSE,
            ValidationExceptionReason.COUNTRY_CODE_MISMATCH,
            ValidationExceptionReason.DESTINATION_COUNTRY_BLOCKED,
            ValidationExceptionReason.INTERNATIONAL_SENDING_NOT_SUPPORTED,
            ValidationExceptionReason.INVALID_IDENTITY_FOR_DESTINATION_COUNTRY,
            ValidationExceptionReason.INVALID_PARAMETER,
            ValidationExceptionReason.FIELD_VALIDATION_FAILED,
            ValidationExceptionReason.MAXIMUM_SIZE_EXCEEDED,
            ValidationExceptionReason.PRICE_OVER_THRESHOLD);

    private final PinpointSmsVoiceV2Client client;
    private final String origin;
    private final Map<String, String> context;

    /**
     * @param client with {@link ClientLimits}
     * @param origin the ARN of the number or the pool of numbers that everything comes from
     * @param context that is in every event, beside the message's id: up to four
     */
    public EndUserMessaging(PinpointSmsVoiceV2Client client, String origin, Map<String, String> context) {
        this.client = client;
        this.origin = origin;
        this.context = Map.copyOf(context);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void send(PhoneMessage message) {
        try {
            switch (message.medium()) {
                case SMS -> text(message);
                case CALL -> call(message);
            }
        } catch (ConflictException refused) {
            throw OF_THE_NUMBER.contains(refused.reason()) ? rejected(refused) : new Unavailable(NAME, refused);
        } catch (ValidationException refused) {
            throw OF_THE_MESSAGE.contains(refused.reason()) ? rejected(refused) : new Unavailable(NAME, refused);
        } catch (SdkException failed) {
            throw new Unavailable(NAME, failed);
        }
    }

    private void text(PhoneMessage message) {
        client.sendTextMessage(
                request -> request.destinationPhoneNumber(message.to().value())
                        .originationIdentity(origin)
                        .messageType(MessageType.TRANSACTIONAL)
                        .messageBody(message.text())
                        .timeToLive(TIME_TO_LIVE)
                        .context(context(message)));
    }

    private void call(PhoneMessage message) {
        client.sendVoiceMessage(
                request -> request.destinationPhoneNumber(message.to().value())
                        .originationIdentity(origin)
                        .messageBodyTextType(VoiceMessageBodyTextType.TEXT)
                        .messageBody(message.text())
                        .voiceId(VOICES.getOrDefault(message.language().getLanguage(), VoiceId.AMY))
                        .timeToLive(TIME_TO_LIVE)
                        .context(context(message)));
    }

    private Map<String, String> context(PhoneMessage message) {
        Map<String, String> all = new HashMap<>(context);
        all.put(CONTEXT, message.id());
        return all;
    }

    // AWS's own words may quote the message, so only its reason goes on.
    private static Rejected rejected(ConflictException why) {
        return new Rejected(NAME, why.reasonAsString());
    }

    private static Rejected rejected(ValidationException why) {
        return new Rejected(NAME, why.reasonAsString());
    }
}
