package org.tctf.messagingconsumers.adapter.web;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;
import org.tctf.messagingconsumers.application.campaign.ListMessages;
import org.tctf.messagingconsumers.application.campaign.Messages;
import org.tctf.messagingconsumers.application.campaign.ResendMessage;
import org.tctf.messagingconsumers.application.campaign.SettleMessage;

/** Single messages of a campaign that somebody may have to look after. */
@Controller("/v1/campaigns/{campaignId}/messages")
@RolesAllowed({"STAFF", "ADMIN"})
class MessageController {

    /** @param wasSent whether the recipient, or the provider's log, says that it arrived */
    record SettlementForm(boolean wasSent) {}

    private final ListMessages listMessages;
    private final SettleMessage settleMessage;
    private final ResendMessage resendMessage;

    MessageController(ListMessages listMessages, SettleMessage settleMessage, ResendMessage resendMessage) {
        this.listMessages = listMessages;
        this.settleMessage = settleMessage;
        this.resendMessage = resendMessage;
    }

    /** Messages that failed, wait for another try, or of which nobody knows. */
    @Get
    Page<MessageView> list(
            Principal caller,
            String campaignId,
            @QueryValue Messages.Trouble state,
            @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Nullable @QueryValue String cursor) {
        return listMessages.list(caller, campaignId, state, limit, cursor).map(MessageView::of);
    }

    /** Says what became of a message of which nobody knew; while its worker rests. */
    @Post("/{subscriberId}/settlement")
    MessageView settle(Principal caller, String campaignId, String subscriberId, @Valid @Body SettlementForm form) {
        return MessageView.of(settleMessage.settle(caller, campaignId, subscriberId, form.wasSent()));
    }

    /** Has a message that failed sent again; while its worker rests. */
    @Post("/{subscriberId}/resend")
    MessageView resend(Principal caller, String campaignId, String subscriberId) {
        return MessageView.of(resendMessage.resend(caller, campaignId, subscriberId));
    }
}
