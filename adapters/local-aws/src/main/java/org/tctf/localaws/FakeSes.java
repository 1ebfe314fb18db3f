package org.tctf.localaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * SES v2's SendEmail with raw mails: only from a verified address or domain, only what is MIME in seven bits, with a
 * Message-ID and a Date of its own, and into boxes that a test looks into.
 */
public final class FakeSes {
    /** For {@link FakeAws#calls} and its troubles. */
    public static final String SEND_EMAIL = "POST /v2/email/outbound-emails";

    private static final Pattern FROM = Pattern.compile("(?mi)^From: (?:.*<)?([^<>\\s]+@([^<>\\s]+))>?$");
    private static final Pattern REPLACED = Pattern.compile("(?mi)^(?:Message-ID|Date):.*\r\n(?:[ \t].*\r\n)*");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

    /**
     * A mail that was taken.
     *
     * @param tags its sender's, by name
     * @param configurationSet that it was sent with; absent for none
     * @param source MIME
     */
    public record Delivered(
            String messageId,
            List<String> recipients,
            Map<String, String> tags,
            @Nullable String configurationSet,
            byte[] source,
            Instant at) {}

    private record Destination(Set<String> eventTypes, Consumer<JsonNode> events) {}

    private final Set<String> verified = ConcurrentHashMap.newKeySet();
    private final List<Delivered> delivered = new CopyOnWriteArrayList<>();
    private final Map<String, Destination> configurationSets = new ConcurrentHashMap<>();
    private final InstantSource clock;

    private FakeSes(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds it to an endpoint. */
    public static FakeSes on(FakeAws aws, InstantSource clock) {
        FakeSes ses = new FakeSes(clock);
        aws.serve(SEND_EMAIL, ses::sendEmail);
        return ses;
    }

    /** @param identity an address or a domain */
    public void verify(String identity) {
        verified.add(identity);
    }

    /**
     * Makes a configuration set that publishes events of these types.
     *
     * @param events takes each, as EventBridge's default bus would
     */
    public void createConfigurationSet(String name, Set<String> eventTypes, Consumer<JsonNode> events) {
        configurationSets.put(name, new Destination(eventTypes, events));
    }

    /** The mail with this tag comes back: {@code Permanent}, {@code Transient} or {@code Undetermined}. */
    public void bounces(String tag, String value, String bounceType) {
        publish(latest(tag, value), "Bounce", "Email Bounced", about -> about.put("bounceType", bounceType));
    }

    /** The reader of the mail with this tag calls it something: {@code abuse}, {@code not-spam} … */
    public void complains(String tag, String value, String feedbackType) {
        publish(
                latest(tag, value),
                "Complaint",
                "Email Complaint Received",
                about -> about.put("complaintFeedbackType", feedbackType));
    }

    /** The mail with this tag gets there, once more. */
    public void delivers(String tag, String value) {
        delivers(latest(tag, value));
    }

    /** The sources of the mails to this address, oldest first. */
    public List<byte[]> receivedBy(String address) {
        return delivered.stream()
                .filter(mail -> mail.recipients().contains(address))
                .map(Delivered::source)
                .toList();
    }

    /** All mails that were taken, oldest first. */
    public List<Delivered> delivered() {
        return List.copyOf(delivered);
    }

    private JsonNode sendEmail(JsonNode request) {
        String source = new String(
                Base64.getDecoder()
                        .decode(request.path("Content").path("Raw").path("Data").asText()),
                StandardCharsets.ISO_8859_1);
        List<String> recipients = StreamSupport.stream(
                        request.path("Destination").path("ToAddresses").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        check(source, recipients);
        String configurationSet = request.path("ConfigurationSetName").isTextual()
                ? request.path("ConfigurationSetName").asText()
                : null;
        if (configurationSet != null && !configurationSets.containsKey(configurationSet)) {
            throw new AwsFault(
                    404, "NotFoundException", "Configuration set <%s> does not exist.".formatted(configurationSet));
        }
        String id = UUID.randomUUID().toString();
        Map<String, String> tags = new LinkedHashMap<>();
        request.path("EmailTags")
                .forEach(tag ->
                        tags.put(tag.path("Name").asText(), tag.path("Value").asText()));
        Delivered mail = new Delivered(
                id,
                recipients,
                tags,
                configurationSet,
                stamped(source, id).getBytes(StandardCharsets.ISO_8859_1),
                clock.instant());
        delivered.add(mail);
        delivers(mail);
        return JsonNodeFactory.instance.objectNode().put("MessageId", id);
    }

    private Delivered latest(String tag, String value) {
        return delivered.reversed().stream()
                .filter(mail -> value.equals(mail.tags().get(tag)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no mail with the tag %s=%s".formatted(tag, value)));
    }

    private void delivers(Delivered mail) {
        publish(mail, "Delivery", "Email Delivered", about -> about.put("smtpResponse", "250 ok"));
    }

    /** SES Developer Guide, "Contents of event data that Amazon SES publishes to Amazon SNS": here as EventBridge has it. */
    private void publish(Delivered mail, String type, String detailType, Consumer<ObjectNode> about) {
        Destination to = mail.configurationSet() == null ? null : configurationSets.get(mail.configurationSet());
        if (to == null || !to.eventTypes().contains(type)) {
            return;
        }
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", detailType)
                .put("source", "aws.ses")
                .put("account", Arns.ACCOUNT)
                .put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", Arns.REGION);
        event.putArray("resources");
        ObjectNode detail = event.putObject("detail").put("eventType", type);
        ObjectNode of =
                detail.putObject("mail").put("timestamp", mail.at().toString()).put("messageId", mail.messageId());
        mail.recipients().forEach(of.putArray("destination")::add);
        ObjectNode tags = of.putObject("tags");
        mail.tags().forEach((name, value) -> tags.putArray(name).add(value));
        tags.putArray("ses:configuration-set").add(mail.configurationSet());
        ObjectNode told = detail.putObject(type.toLowerCase(Locale.ROOT))
                .put("timestamp", clock.instant().toString());
        about.accept(told);
        to.events().accept(event);
    }

    private void check(String source, List<String> recipients) {
        if (!source.contains("\r\n\r\n") || source.chars().anyMatch(character -> character > 127)) {
            throw AwsFault.badRequest("BadRequestException", "Invalid MIME message");
        }
        for (String recipient : recipients) {
            if (!ADDRESS.matcher(recipient).matches()) {
                throw AwsFault.badRequest("BadRequestException", "Missing final '@domain'");
            }
        }
        Matcher from = FROM.matcher(source);
        if (!from.find()) {
            throw AwsFault.badRequest("BadRequestException", "Missing required header 'From'.");
        }
        if (!verified.contains(from.group(1)) && !verified.contains(from.group(2))) {
            throw AwsFault.badRequest(
                    "MessageRejected",
                    "Email address is not verified. The following identities failed the check in region %s: %s"
                            .formatted(Arns.REGION.toUpperCase(Locale.ROOT), from.group(1)));
        }
    }

    private String stamped(String source, String id) {
        int endOfHeaders = source.indexOf("\r\n\r\n") + 2;
        return "Message-ID: <%s@%s.amazonses.com>\r\nDate: %s\r\n"
                        .formatted(
                                id,
                                Arns.REGION,
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        clock.instant().atOffset(ZoneOffset.UTC)))
                + REPLACED.matcher(source.substring(0, endOfHeaders)).replaceAll("")
                + source.substring(endOfHeaders);
    }
}
