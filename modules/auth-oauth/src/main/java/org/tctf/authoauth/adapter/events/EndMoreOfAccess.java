package org.tctf.authoauth.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authoauth.application.provider.EndAccess;
import org.tctf.authoauth.application.provider.EndMoreAccess;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Goes on where one transaction was not enough. */
@Singleton
public class EndMoreOfAccess implements EventConsumer<EndMoreAccess> {
    private final EndAccess endAccess;

    public EndMoreOfAccess(EndAccess endAccess) {
        this.endAccess = endAccess;
    }

    @Override
    public void on(EndMoreAccess command, Envelope envelope) {
        endAccess.end(command.userId(), command.grantedBefore());
    }
}
