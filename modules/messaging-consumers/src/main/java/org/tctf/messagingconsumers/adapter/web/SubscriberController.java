package org.tctf.messagingconsumers.adapter.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.table.Page;
import org.tctf.messagingconsumers.application.subscriber.FindSubscriber;
import org.tctf.messagingconsumers.application.subscriber.ListSubscribers;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;
import org.tctf.messagingconsumers.domain.subscriber.Suppression;

/** Subscribers, for staff. */
@Controller("/v1/subscribers")
@RolesAllowed({"STAFF", "ADMIN"})
class SubscriberController {

    /**
     * @param subscriberId what stands for the address, known or not
     * @param suppressed why it is not written to, if it is not
     */
    record FoundView(
            String subscriberId, @Nullable SubscriberView subscriber, Suppression.@Nullable Reason suppressed) {}

    private final FindSubscriber findSubscriber;
    private final ListSubscribers listSubscribers;

    SubscriberController(FindSubscriber findSubscriber, ListSubscribers listSubscribers) {
        this.findSubscriber = findSubscriber;
        this.listSubscribers = listSubscribers;
    }

    /** All subscribers, in no order that means anything. A page may have fewer than the limit, and yet a next one. */
    @Get
    Page<SubscriberView> list(
            Principal caller,
            @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Nullable @QueryValue String cursor) {
        return listSubscribers.list(caller, limit, cursor).map(SubscriberView::of);
    }

    /** What is known of an address. */
    @Get("/by-address")
    FoundView find(Principal caller, @QueryValue @Size(max = 254) String email) {
        FindSubscriber.Found found = findSubscriber.find(caller, new EmailAddress(email));
        Subscriber subscriber = found.subscriber().orElse(null);
        return new FoundView(
                found.subscriberId(),
                subscriber == null ? null : SubscriberView.of(subscriber),
                found.suppression().map(Suppression::reason).orElse(null));
    }
}
