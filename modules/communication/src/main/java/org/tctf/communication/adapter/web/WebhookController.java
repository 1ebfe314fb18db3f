package org.tctf.communication.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import jakarta.validation.Valid;
import java.util.List;
import org.tctf.communication.application.ListWebhooks;
import org.tctf.communication.application.RegisterWebhook;
import org.tctf.communication.application.RemoveWebhook;
import org.tctf.communication.domain.HookUrl;
import org.tctf.identity.Principal;
import org.tctf.kernel.web.RateLimit;

/** The caller's webhooks: addresses of theirs to which is posted what they are told. */
@Controller("/v1/webhooks")
class WebhookController {
    private final RegisterWebhook registerWebhook;
    private final RemoveWebhook removeWebhook;
    private final ListWebhooks listWebhooks;

    WebhookController(RegisterWebhook registerWebhook, RemoveWebhook removeWebhook, ListWebhooks listWebhooks) {
        this.registerWebhook = registerWebhook;
        this.removeWebhook = removeWebhook;
        this.listWebhooks = listWebhooks;
    }

    /** At most three, oldest first. */
    record WebhookList(List<WebhookView> items) {}

    /** The caller's webhooks, without their secrets. */
    @Get
    WebhookList list(Principal caller) {
        return new WebhookList(
                listWebhooks.of(caller).stream().map(WebhookView::of).toList());
    }

    /** Adds a webhook; needs a recent proof. The answer has its secret, which is not shown again. */
    @Post
    @Status(HttpStatus.CREATED)
    @RateLimit(value = 20, per = "P1D")
    WebhookView register(Principal caller, @Valid @Body WebhookForm form) {
        return WebhookView.of(registerWebhook.register(caller, HookUrl.of(form.url())));
    }

    /** Removes a webhook. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(Principal caller, String id) {
        removeWebhook.remove(caller, id);
    }
}
