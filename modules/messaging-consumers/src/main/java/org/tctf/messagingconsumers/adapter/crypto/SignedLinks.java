package org.tctf.messagingconsumers.adapter.crypto;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.crypto.Secrets;
import org.tctf.kernel.web.MailedLinks;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.Links;
import org.tctf.messagingconsumers.domain.link.Link;

/**
 * A link's fields, a line each, and 128 bits of HMAC-SHA-256 over them, under a secret that lasts: a way out of a mail must
 * work as long as the mail does. There is nothing secret in a token but the right to use it.
 */
@Singleton
public class SignedLinks implements Links, MailedLinks {
    private static final int MAC_BYTES = 16;
    private static final String LINE = "\n";

    private final Secrets secrets;

    public SignedLinks(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String seal(Link link) {
        String fields = String.join(LINE, fields(link));
        return Hashes.base64url(fields.getBytes(StandardCharsets.UTF_8)) + "." + Hashes.base64url(mac(fields));
    }

    /** By what is signed, since base 64 can be written in several ways. */
    @Override
    public Optional<String> known(String token) {
        return open(token).map(link -> Hashes.sha256(String.join(LINE, fields(link))));
    }

    @Override
    public Optional<Link> open(String token) {
        int dot = token.indexOf('.');
        try {
            Base64.Decoder base64 = Base64.getUrlDecoder();
            String fields = new String(base64.decode(token.substring(0, Math.max(0, dot))), StandardCharsets.UTF_8);
            return MessageDigest.isEqual(mac(fields), base64.decode(token.substring(dot + 1)))
                    ? Optional.of(link(List.of(fields.split(LINE, -1))))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] mac(String fields) {
        byte[] key = secrets.named(MessagingConsumersService.LINK_KEY);
        return Arrays.copyOf(Hashes.hmacSha256(key, fields), MAC_BYTES);
    }

    private static List<String> fields(Link link) {
        return switch (link) {
            case Link.Confirm(var subscriberId, var listIds, var until) ->
                List.of("confirm", subscriberId, joined(listIds), until.toString());
            case Link.Leave(var subscriberId, var listIds, var campaignId) ->
                List.of("leave", subscriberId, joined(listIds), campaignId);
            case Link.Opened(var subscriberId, var campaignId) -> List.of("opened", subscriberId, campaignId);
            case Link.Follow(var subscriberId, var campaignId, var url) ->
                List.of("follow", subscriberId, campaignId, url);
        };
    }

    /** Of fields that we have signed, so they are what {@link #fields} made. */
    private static Link link(List<String> fields) {
        String kind = fields.getFirst();
        return switch (kind) {
            case "confirm" -> new Link.Confirm(fields.get(1), apart(fields.get(2)), Instant.parse(fields.get(3)));
            case "leave" -> new Link.Leave(fields.get(1), apart(fields.get(2)), fields.get(3));
            case "opened" -> new Link.Opened(fields.get(1), fields.get(2));
            case "follow" -> new Link.Follow(fields.get(1), fields.get(2), fields.get(3));
            default -> throw new IllegalStateException("signed by us, but of no kind that we know: " + kind);
        };
    }

    private static String joined(Set<String> ids) {
        return String.join(",", new TreeSet<>(ids));
    }

    private static Set<String> apart(String ids) {
        return ids.isEmpty() ? Set.of() : Set.of(ids.split(","));
    }
}
