package org.tctf.communication.application;

import jakarta.inject.Singleton;
import org.tctf.identity.Principal;

/** Takes a webhook of the caller's away; what waits to be posted there is not posted. */
@Singleton
public class RemoveWebhook {
    private final WebhookBook webhookBook;

    public RemoveWebhook(WebhookBook webhookBook) {
        this.webhookBook = webhookBook;
    }

    /** @throws org.tctf.kernel.Problem {@code WEBHOOK_NOT_FOUND} */
    public void remove(Principal caller, String id) {
        webhookBook.change(caller.memberId(), known -> known.without(id));
    }
}
