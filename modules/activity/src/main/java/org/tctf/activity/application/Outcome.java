package org.tctf.activity.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.domain.LogEntry;
import org.tctf.activity.domain.Notification;
import org.tctf.activity.domain.Place;

/**
 * What a fact leads to, to be written at once.
 *
 * @param places what the notification tells of conversations; it is read when all of that is read there
 * @param digestAt when the recipient's next digest is due, if the notification shall be in one
 */
public record Outcome(
        @Nullable LogEntry logEntry,
        @Nullable Notification notification,
        List<Place> places,
        @Nullable Instant digestAt,
        @Nullable Joining joining) {

    /**
     * Somebody's part in a window, to be opened if none is open.
     *
     * @param type of the facts that the window gathers
     * @param place where it was said, if it was said in a conversation
     * @param isLeaving whether the part is taken back; then no window is opened
     */
    public record Joining(
            String memberId,
            String type,
            String about,
            String person,
            @Nullable Place place,
            boolean isLeaving) {}
}
