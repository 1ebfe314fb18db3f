package org.tctf.communication.application;

import jakarta.inject.Singleton;
import org.tctf.identity.Principal;

/** Ends that the caller is notified on a browser; what waits to be pushed there is not pushed. */
@Singleton
public class RemovePushSubscription {
    private final PushBook pushBook;

    public RemovePushSubscription(PushBook pushBook) {
        this.pushBook = pushBook;
    }

    /** @throws org.tctf.kernel.Problem {@code PUSH_SUBSCRIPTION_NOT_FOUND} */
    public void remove(Principal caller, String id) {
        pushBook.remove(caller.memberId(), id);
    }
}
