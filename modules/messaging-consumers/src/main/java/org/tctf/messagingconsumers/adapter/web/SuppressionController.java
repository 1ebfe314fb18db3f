package org.tctf.messagingconsumers.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.table.Page;
import org.tctf.messagingconsumers.application.subscriber.LiftSuppression;
import org.tctf.messagingconsumers.application.subscriber.ListSuppressions;
import org.tctf.messagingconsumers.application.subscriber.SuppressAddress;
import org.tctf.messagingconsumers.domain.subscriber.Suppression;

/** Addresses that are not written to. They are kept as keyed hashes; the address itself is not in the answers. */
@Controller("/v1/suppressions")
@RolesAllowed({"STAFF", "ADMIN"})
class SuppressionController {

    /** @param reason STAFF, or what a mail provider said of the address */
    record SuppressionForm(
            @Size(max = 254) String email,

            @Pattern(regexp = "^(STAFF|HARD_BOUNCE|COMPLAINT)$")
            String reason) {}

    record SuppressionView(String subscriberId, Suppression.Reason reason, Instant since) {
        static SuppressionView of(Suppression suppression) {
            return new SuppressionView(suppression.subscriberId(), suppression.reason(), suppression.since());
        }
    }

    record SuppressedView(String subscriberId) {}

    private final SuppressAddress suppressAddress;
    private final LiftSuppression liftSuppression;
    private final ListSuppressions listSuppressions;

    SuppressionController(
            SuppressAddress suppressAddress, LiftSuppression liftSuppression, ListSuppressions listSuppressions) {
        this.suppressAddress = suppressAddress;
        this.liftSuppression = liftSuppression;
        this.listSuppressions = listSuppressions;
    }

    /** Who is not written to, newest first. A new one may take a moment to show. */
    @Get
    Page<SuppressionView> list(
            Principal caller,
            @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Nullable @QueryValue String cursor) {
        return listSuppressions.list(caller, limit, cursor).map(SuppressionView::of);
    }

    /** Writes to an address no more, and ends its subscriptions. Again is harmless. */
    @Post
    @Status(HttpStatus.CREATED)
    SuppressedView suppress(Principal caller, @Valid @Body SuppressionForm form) {
        return new SuppressedView(suppressAddress.suppress(
                caller, new EmailAddress(form.email()), Suppression.Reason.valueOf(form.reason())));
    }

    /** Lets an address be written to again; it is on no list because of that. */
    @Delete("/{subscriberId}")
    @Status(HttpStatus.NO_CONTENT)
    void lift(Principal caller, String subscriberId) {
        liftSuppression.lift(caller, subscriberId);
    }
}
