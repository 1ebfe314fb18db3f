package org.tctf.localaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

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
     * @param source MIME
     */
    public record Delivered(List<String> recipients, Map<String, String> tags, byte[] source, Instant at) {}

    private final Set<String> verified = ConcurrentHashMap.newKeySet();
    private final List<Delivered> delivered = new CopyOnWriteArrayList<>();
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
        String id = UUID.randomUUID().toString();
        Map<String, String> tags = new LinkedHashMap<>();
        request.path("EmailTags")
                .forEach(tag ->
                        tags.put(tag.path("Name").asText(), tag.path("Value").asText()));
        delivered.add(new Delivered(
                recipients, tags, stamped(source, id).getBytes(StandardCharsets.ISO_8859_1), clock.instant()));
        return JsonNodeFactory.instance.objectNode().put("MessageId", id);
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
