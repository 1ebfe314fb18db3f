package org.tctf.activity.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Order to show a member's devices what has changed.
 *
 * @param created the notification that is new, if one is
 * @param read ids of those that are no longer unread
 */
public record PushTray(String memberId, @Nullable String created, List<String> read) {

    public static PushTray created(String memberId, String notificationId) {
        return new PushTray(memberId, notificationId, List.of());
    }

    public static PushTray read(String memberId, List<String> ids) {
        return new PushTray(memberId, null, ids);
    }

    /** Only the count has changed. */
    public static PushTray counted(String memberId) {
        return new PushTray(memberId, null, List.of());
    }
}
