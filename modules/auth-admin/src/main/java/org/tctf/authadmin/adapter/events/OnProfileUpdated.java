package org.tctf.authadmin.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authadmin.application.RenameUser;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** A member may have another name. */
@Singleton
public class OnProfileUpdated implements EventConsumer<OnProfileUpdated.ProfileUpdated> {

    /** What this service reads of the fact. */
    public record ProfileUpdated(String userId, String displayName) {}

    private final RenameUser renameUser;

    public OnProfileUpdated(RenameUser renameUser) {
        this.renameUser = renameUser;
    }

    @Override
    public void on(ProfileUpdated event, Envelope envelope) {
        renameUser.rename(event.userId(), event.displayName(), envelope.aggregateVersion());
    }
}
