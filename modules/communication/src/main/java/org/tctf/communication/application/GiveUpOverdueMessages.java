package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.State;

/**
 * Says of messages that nobody has taken for half an hour that they failed. By the clock and not by the number of tries,
 * because a message that never got as far as a try has failed too. Its command stays where it is, and may still send it.
 */
@Singleton
public class GiveUpOverdueMessages implements Runnable {
    /** How long a message may wait. A verification code is good for as long. */
    public static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final int BATCH = 100;

    private final Messages messages;
    private final InstantSource clock;

    public GiveUpOverdueMessages(Messages messages, InstantSource clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** One batch; the rest, if there ever is one, has its turn a minute later. */
    @Override
    public void run() {
        List<Message> overdue = messages.waitingSince(clock.instant().minus(PATIENCE), BATCH);
        for (Message message : overdue) {
            messages.decide(message.id(), now -> now.failed(State.Reason.OVERDUE, clock.instant()));
        }
    }
}
