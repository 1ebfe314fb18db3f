package org.tctf.communication.adapter.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.application.RegisterWebhook;
import org.tctf.communication.domain.Webhook;

/**
 * A webhook.
 *
 * @param secret what posts are signed with, as Standard Webhooks has it; only in the answer that makes it
 */
record WebhookView(
        String id, String url, Instant createdAt, @Nullable String secret) {

    static WebhookView of(Webhook webhook) {
        return new WebhookView(webhook.id(), webhook.url().toString(), webhook.createdAt(), null);
    }

    static WebhookView of(RegisterWebhook.Registered registered) {
        Webhook webhook = registered.webhook();
        return new WebhookView(webhook.id(), webhook.url().toString(), webhook.createdAt(), registered.secret());
    }

    @Override
    public String toString() {
        return "WebhookView[" + id + "]";
    }
}
