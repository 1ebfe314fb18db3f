package org.tctf.communication.adapter.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.domain.Channel;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.State;
import org.tctf.kernel.delivery.DeliveryReport;

/**
 * What became of a message. Neither what it says nor the whole address is shown.
 *
 * @param id the fact's that it is about
 * @param to the address with all but the ends hidden
 * @param provider who took it
 * @param reason why it was not sent
 * @param fate what its provider said of it after it was sent; absent while it has said nothing, as SMTP never does
 * @param since when it got into its state
 */
record MessageView(
        String id,
        String memberId,
        String to,
        String template,
        String language,
        Channel channel,
        Status state,
        Instant queuedAt,
        Instant since,
        @Nullable String provider,
        State.@Nullable Reason reason,
        DeliveryReport.@Nullable Fate fate) {

    enum Status {
        QUEUED,
        SENT,
        FAILED
    }

    static MessageView of(Message message) {
        return switch (message.state()) {
            case State.Queued queued -> view(message, Status.QUEUED, message.queuedAt(), null, null, null);
            case State.Sent(Instant at, String provider, var fate) ->
                view(message, Status.SENT, at, provider, null, fate);
            case State.Failed(Instant at, State.Reason reason, var content) ->
                view(message, Status.FAILED, at, null, reason, null);
        };
    }

    private static MessageView view(
            Message message,
            Status status,
            Instant since,
            @Nullable String provider,
            State.@Nullable Reason reason,
            DeliveryReport.@Nullable Fate fate) {
        return new MessageView(
                message.id(),
                message.to().memberId(),
                message.to().address().masked(),
                message.template(),
                message.to().language().tag(),
                message.channel(),
                status,
                message.queuedAt(),
                since,
                provider,
                reason,
                fate);
    }
}
