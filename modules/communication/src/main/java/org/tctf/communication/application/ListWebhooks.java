package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.communication.domain.Webhook;
import org.tctf.identity.Principal;

/** Lists the caller's webhooks, oldest first. */
@Singleton
public class ListWebhooks {
    private final WebhookBook webhookBook;

    public ListWebhooks(WebhookBook webhookBook) {
        this.webhookBook = webhookBook;
    }

    public List<Webhook> of(Principal caller) {
        return webhookBook.of(caller.memberId()).webhooks();
    }
}
