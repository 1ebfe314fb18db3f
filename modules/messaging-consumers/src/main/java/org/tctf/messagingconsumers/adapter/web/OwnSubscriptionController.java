package org.tctf.messagingconsumers.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import jakarta.validation.constraints.Size;
import org.tctf.identity.Principal;
import org.tctf.messagingconsumers.application.subscriber.JoinList;
import org.tctf.messagingconsumers.application.subscriber.LeaveList;
import org.tctf.messagingconsumers.application.subscriber.ShowOwnSubscriptions;

/** The caller's own subscriptions: what they change here is done at once, without a mail that asks. */
@Controller("/v1/subscriptions/mine")
class OwnSubscriptionController {
    private static final int MAX_ID = 64;

    private final ShowOwnSubscriptions showOwnSubscriptions;
    private final JoinList joinList;
    private final LeaveList leaveList;

    OwnSubscriptionController(ShowOwnSubscriptions showOwnSubscriptions, JoinList joinList, LeaveList leaveList) {
        this.showOwnSubscriptions = showOwnSubscriptions;
        this.joinList = joinList;
        this.leaveList = leaveList;
    }

    /** The public lists, and others that the caller is on, each with where the caller stands. */
    @Get
    OwnSubscriptionsView own(Principal caller) {
        return OwnSubscriptionsView.of(showOwnSubscriptions.show(caller));
    }

    /** Subscribes to a list; again changes nothing. */
    @Put("/{listId}")
    @Status(HttpStatus.NO_CONTENT)
    void joinOwn(Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String listId) {
        joinList.join(caller, listId);
    }

    /** Unsubscribes from a list; again changes nothing. */
    @Delete("/{listId}")
    @Status(HttpStatus.NO_CONTENT)
    void leaveOwn(Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String listId) {
        leaveList.leave(caller, listId);
    }
}
