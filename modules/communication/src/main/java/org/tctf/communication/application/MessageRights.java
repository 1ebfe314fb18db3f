package org.tctf.communication.application;

import org.tctf.identity.Principal;
import org.tctf.identity.Role;

/** Who may see a message: its recipient, and staff. */
final class MessageRights {

    private MessageRights() {}

    static boolean maySeeAll(Principal asker) {
        return asker.is(Role.STAFF);
    }

    static boolean maySee(Principal asker, String memberId) {
        return asker.memberId().equals(memberId) || maySeeAll(asker);
    }
}
