package org.tctf.localaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * End User Messaging SMS and Voice v2's SendTextMessage and SendVoiceMessage: only from a number or pool that is known, to a
 * number that has not opted out, and to phones that a test looks at.
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
     * @param isVoice whether it was a call
     * @param request all of what was asked
     */
    public record Delivered(boolean isVoice, String to, String body, JsonNode request, Instant at) {}

    private final Set<String> origins = ConcurrentHashMap.newKeySet();
    private final Set<String> optedOut = ConcurrentHashMap.newKeySet();
    private final List<Delivered> delivered = new CopyOnWriteArrayList<>();
    private final InstantSource clock;

    private FakeEndUserMessaging(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds it to an endpoint. */
    public static FakeEndUserMessaging on(FakeAws aws, InstantSource clock) {
        FakeEndUserMessaging fake = new FakeEndUserMessaging(clock);
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
        delivered.add(new Delivered(isVoice, to, body, request, clock.instant()));
        return JsonNodeFactory.instance
                .objectNode()
                .put("MessageId", UUID.randomUUID().toString());
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
