package org.tctf.localaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * End User Messaging SMS and Voice v2's SendTextMessage and SendVoiceMessage: only from a number or pool that is known, to a
 * number that has not opted out, and to phones that a test looks at. What becomes of each message is on EventBridge, unasked.
 */
public final class FakeEndUserMessaging {
    /** For {@link FakeAws#calls} and its troubles. */
    public static final String SEND_TEXT = "PinpointSMSVoiceV2.SendTextMessage";

    /** For {@link FakeAws#calls} and its troubles. */
    public static final String SEND_VOICE = "PinpointSMSVoiceV2.SendVoiceMessage";

    private static final Pattern E164 = Pattern.compile("\\+?[1-9][0-9]{1,18}");
    private static final int LONGEST_TEXT = 1600;
    private static final int LONGEST_CALL = 6000;
    private static final int SHORTEST_LIFE = 5;

    /**
     * A message that was taken.
     *
     * @param messageId AWS's own
     * @param isVoice whether it was a call
     * @param request all of what was asked
     */
    public record Delivered(String messageId, boolean isVoice, String to, String body, JsonNode request, Instant at) {}

    private final Set<String> origins = ConcurrentHashMap.newKeySet();
    private final Set<String> optedOut = ConcurrentHashMap.newKeySet();
    private final List<Delivered> delivered = new CopyOnWriteArrayList<>();
    private final InstantSource clock;
    private final Consumer<JsonNode> events;

    private FakeEndUserMessaging(InstantSource clock, Consumer<JsonNode> events) {
        this.clock = clock;
        this.events = events;
    }

    /**
     * Adds it to an endpoint.
     *
     * @param events takes what becomes of messages, as EventBridge's default bus would
     */
    public static FakeEndUserMessaging on(FakeAws aws, InstantSource clock, Consumer<JsonNode> events) {
        FakeEndUserMessaging fake = new FakeEndUserMessaging(clock, events);
        aws.serve(SEND_TEXT, request -> fake.send(request, false, LONGEST_TEXT));
        aws.serve(SEND_VOICE, request -> fake.send(request, true, LONGEST_CALL));
        return fake;
    }

    /** @param arn of a number or a pool */
    public void own(String arn) {
        origins.add(arn);
    }

    /** The phone of this number has answered STOP. */
    public void optOut(String number) {
        optedOut.add(number);
    }

    /**
     * The last word on the message with this context: {@code TEXT_UNREACHABLE}, {@code VOICE_NO_ANSWER} …
     *
     * @throws IllegalArgumentException when none with it was taken
     */
    public void ends(String context, String value, String eventType) {
        Delivered message = delivered.reversed().stream()
                .filter(one ->
                        one.request().path("Context").path(context).asText().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no message with the context %s=%s".formatted(context, value)));
        publish(message, eventType, true);
    }

    /** All messages that were taken, oldest first. */
    public List<Delivered> delivered() {
        return List.copyOf(delivered);
    }

    private JsonNode send(JsonNode request, boolean isVoice, int longest) {
        String to = request.path("DestinationPhoneNumber").asText();
        String body = request.path("MessageBody").asText();
        if (!E164.matcher(to).matches()) {
            throw invalid("CANNOT_PARSE", "Cannot parse the destination phone number");
        }
        if (body.isEmpty() || body.length() > longest) {
            throw invalid("FIELD_VALIDATION_FAILED", "MessageBody is too short or too long");
        }
        if (request.path("TimeToLive").asInt(SHORTEST_LIFE) < SHORTEST_LIFE) {
            throw invalid("FIELD_VALIDATION_FAILED", "TimeToLive is too short");
        }
        if (!origins.contains(request.path("OriginationIdentity").asText())) {
            throw AwsFault.badRequest("ResourceNotFoundException", "Resource not found");
        }
        if (optedOut.contains(to)) {
            throw fault(
                    "ConflictException",
                    "DESTINATION_PHONE_NUMBER_OPTED_OUT",
                    "The destination phone number has opted out");
        }
        Delivered message = new Delivered(UUID.randomUUID().toString(), isVoice, to, body, request, clock.instant());
        delivered.add(message);
        publish(message, isVoice ? "VOICE_INITIATED" : "TEXT_PENDING", false);
        publish(message, isVoice ? "VOICE_COMPLETED" : "TEXT_DELIVERED", true);
        return JsonNodeFactory.instance.objectNode().put("MessageId", message.messageId());
    }

    /** As in the User Guide, "Monitoring with EventBridge": the number that it went to is not in it. */
    private void publish(Delivered message, String eventType, boolean isFinal) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put(
                        "detail-type",
                        "%s Message Delivery Status Updated".formatted(message.isVoice() ? "Voice" : "Text"))
                .put("source", "aws.sms-voice")
                .put("account", Arns.ACCOUNT)
                .put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", Arns.REGION);
        event.putArray("resources");
        event.putObject("detail")
                .put("eventType", eventType)
                .put("eventVersion", "1.0")
                .put("eventTimestamp", clock.millis())
                .put("isFinal", isFinal)
                .put("isoCountryCode", "GB")
                .put("messageId", message.messageId())
                .put("messageRequestTimestamp", message.at().toEpochMilli())
                .put("messageStatus", eventType.substring(eventType.indexOf('_') + 1))
                .set("context", message.request().path("Context"));
        events.accept(event);
    }

    private static AwsFault invalid(String reason, String message) {
        return fault("ValidationException", reason, message);
    }

    /** A refusal with a reason, as this API has it. */
    public static AwsFault fault(String code, String reason, String message) {
        return new AwsFault(
                400,
                code,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("__type", code)
                        .put("message", message)
                        .put("Reason", reason));
    }
}
