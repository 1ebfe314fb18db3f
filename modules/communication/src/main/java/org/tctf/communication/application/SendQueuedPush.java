package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.PushSubscription;
import org.tctf.communication.domain.State;

/**
 * Pushes a message that waits. As with mails, a crash between the push service's yes and our commit pushes it again; its tag
 * is the same, so the browser shows one.
 */
@Singleton
public class SendQueuedPush {
    private final Messages messages;
    private final PushBook pushBook;
    private final ComposePush composePush;
    private final PushCarrier pushCarrier;
    private final LostBrowsers lostBrowsers;
    private final PushQueue pushQueue;
    private final InstantSource clock;

    public SendQueuedPush(
            Messages messages,
            PushBook pushBook,
            ComposePush composePush,
            PushCarrier pushCarrier,
            LostBrowsers lostBrowsers,
            PushQueue pushQueue,
            InstantSource clock) {
        this.messages = messages;
        this.pushBook = pushBook;
        this.composePush = composePush;
        this.pushCarrier = pushCarrier;
        this.lostBrowsers = lostBrowsers;
        this.pushQueue = pushQueue;
        this.clock = clock;
    }

    /**
     * Also pushes a message that was given up, when somebody redrives it. Does nothing for one that is sent or erased.
     *
     * @throws Carriers.NoneAvailable when it was not taken; try again later
     */
    public void send(String messageId) {
        messages.find(messageId)
                .ifPresent(message -> message.content()
                        .filter(Content.ByPush.class::isInstance)
                        .map(Content.ByPush.class::cast)
                        .ifPresent(content -> send(message, content)));
    }

    private void send(Message message, Content.ByPush content) {
        Optional<PushSubscription> to = pushBook.of(message.to().memberId()).goodAt(clock.instant()).stream()
                .filter(known -> known.id().equals(content.subscriptionId()))
                .findFirst();
        if (to.isEmpty()) {
            fail(message, State.Reason.GONE);
            return;
        }
        switch (pushCarrier.carry(composePush.compose(message, content, to.get()))) {
            case PushCarrier.Outcome.Taken(String provider) ->
                messages.decide(message.id(), now -> now.sent(provider, List.of(), clock.instant()));
            case PushCarrier.Outcome.Refused refused -> fail(message, State.Reason.REJECTED);
            case PushCarrier.Outcome.Gone gone -> {
                lostBrowsers.drop(message.to().memberId(), content.subscriptionId());
                fail(message, State.Reason.GONE);
            }
            case PushCarrier.Outcome.Later(var after) -> {
                // What is given up is not asked for again.
                if (message.state() instanceof State.Queued) {
                    pushQueue.again(message.id(), after);
                }
            }
        }
    }

    private void fail(Message message, State.Reason reason) {
        messages.decide(message.id(), now -> now.failed(reason, clock.instant()));
    }
}
