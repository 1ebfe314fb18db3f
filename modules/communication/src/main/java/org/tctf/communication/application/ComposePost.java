package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.Webhook;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;

/** Makes what is posted to a webhook. */
@Singleton
public class ComposePost {

    /** The body, in the form of Standard Webhooks. */
    record Body(String type, Instant timestamp, Details data) {}

    /**
     * @param unread how many notifications there are in all; of a digest only
     * @param items titles of a digest, names of open steps
     */
    record Details(String memberId, @Nullable Long unread, List<String> items) {}

    private final WebhookBook webhookBook;
    private final Encryption encryption;
    private final Codec codec;
    private final InstantSource clock;

    public ComposePost(WebhookBook webhookBook, Encryption encryption, Codec codec, InstantSource clock) {
        this.webhookBook = webhookBook;
        this.encryption = encryption;
        this.codec = codec;
        this.clock = clock;
    }

    /** Nothing when its owner has taken the webhook away meanwhile. */
    public Optional<HookCarrier.Post> compose(Message message, Content.Hook content) {
        String memberId = message.to().memberId();
        return webhookBook.of(memberId).find(content.webhookId()).map(webhook -> post(message, content, webhook));
    }

    private HookCarrier.Post post(Message message, Content.Hook content, Webhook webhook) {
        String memberId = message.to().memberId();
        Body body = new Body(content.fact(), content.at(), new Details(memberId, content.unread(), content.items()));
        return new HookCarrier.Post(
                message.id(),
                webhook.url(),
                encryption.decrypt(Webhook.PURPOSE, webhook.secret()),
                codec.toJson(body),
                clock.instant());
    }
}
