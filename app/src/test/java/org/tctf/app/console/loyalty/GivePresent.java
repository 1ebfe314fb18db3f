package org.tctf.app.console.loyalty;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Fails while the shop is closed. */
@Singleton
public final class GivePresent implements EventConsumer<GivePresent.SignUpStarted> {
    /** What it reads of a sign-up: nothing. */
    public record SignUpStarted() {}

    private static final Logger LOG = LoggerFactory.getLogger(GivePresent.class);

    private volatile boolean isOpen = true;

    public void open(boolean open) {
        isOpen = open;
    }

    @Override
    public void on(SignUpStarted event, Envelope envelope) {
        if (!isOpen) {
            throw new IllegalStateException("the shop is closed; open it, then redrive");
        }
        LOG.info("a present for {}", envelope.subject());
    }
}
