package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.ETag;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.subscriber.SubscriberList;

/** Changes a list's name, description, or who may ask for it. */
@Singleton
public class EditList {
    private final SubscriberLists lists;

    public EditList(SubscriberLists lists) {
        this.lists = lists;
    }

    /** @throws Problem {@code LIST_NOT_FOUND}, {@code VERSION_MISMATCH} */
    public SubscriberList edit(
            Principal caller,
            String listId,
            @Nullable String ifMatch,
            String name,
            String description,
            boolean isPublic) {
        Staff.require(caller);
        return lists.change(listId, list -> {
                    ETag.check(ifMatch, list.version());
                    return list.edited(name, description, isPublic);
                })
                .orElseThrow(() -> Problem.notFound("LIST_NOT_FOUND", "There is no list %s.".formatted(listId)));
    }
}
