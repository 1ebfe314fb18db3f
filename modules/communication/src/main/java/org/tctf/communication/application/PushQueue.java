package org.tctf.communication.application;

import java.time.Duration;

/** Port: messages that wait to be pushed. */
public interface PushQueue {
    /** Puts it back. @param after at most 15 minutes, as in SQS */
    void again(String messageId, Duration after);
}
