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
import org.tctf.communication.application.ListPushSubscriptions;
import org.tctf.communication.application.PushKey;
import org.tctf.communication.application.RegisterPushSubscription;
import org.tctf.communication.application.RemovePushSubscription;
import org.tctf.identity.Principal;
import org.tctf.kernel.web.RateLimit;

/** The browsers that the caller is notified on (Web Push). */
@Controller("/v1")
class PushController {
    private final PushKey pushKey;
    private final RegisterPushSubscription registerPushSubscription;
    private final RemovePushSubscription removePushSubscription;
    private final ListPushSubscriptions listPushSubscriptions;

    PushController(
            PushKey pushKey,
            RegisterPushSubscription registerPushSubscription,
            RemovePushSubscription removePushSubscription,
            ListPushSubscriptions listPushSubscriptions) {
        this.pushKey = pushKey;
        this.registerPushSubscription = registerPushSubscription;
        this.removePushSubscription = removePushSubscription;
        this.listPushSubscriptions = listPushSubscriptions;
    }

    /** @param publicKey for {@code pushManager.subscribe({applicationServerKey})}: base64url, which it takes as it is */
    record PushKeyView(String publicKey) {}

    /** At most ten, oldest first. */
    record PushSubscriptionList(List<PushSubscriptionView> items) {}

    /** The key that a browser subscribes with; it never changes. */
    @Get("/push-key")
    PushKeyView key(Principal caller) {
        return new PushKeyView(pushKey.publicKey());
    }

    /** The browsers that the caller is notified on, without what is needed to push to them. */
    @Get("/push-subscriptions")
    PushSubscriptionList list(Principal caller) {
        return new PushSubscriptionList(listPushSubscriptions.of(caller).stream()
                .map(PushSubscriptionView::of)
                .toList());
    }

    /**
     * Notifies the caller on a browser, by what its subscription's {@code toJSON()} gives; the same endpoint again is the same
     * subscription. Whoever was notified there before is no more.
     */
    @Post("/push-subscriptions")
    @Status(HttpStatus.CREATED)
    @RateLimit(value = 200, per = "P1D")
    PushSubscriptionView register(Principal caller, @Valid @Body PushSubscriptionForm form) {
        return PushSubscriptionView.of(
                registerPushSubscription.register(caller, form.browser(), form.device(), form.expiresAt()));
    }

    /** The caller is not notified on that browser any more. */
    @Delete("/push-subscriptions/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(Principal caller, String id) {
        removePushSubscription.remove(caller, id);
    }
}
