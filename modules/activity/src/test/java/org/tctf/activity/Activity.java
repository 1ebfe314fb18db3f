package org.tctf.activity;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service as the sentences of {@link ActivityBehaviour} use it, whatever runs it. */
interface Activity extends AutoCloseable {

    /** A fact that another service published, to be delivered later, once or several times. */
    record Fact(String id, String type, String subject, long version, Map<String, ?> data) {}

    /** A notification as its recipient sees it. */
    record Seen(String id, String title, long count, boolean isSeen, boolean isRead, boolean isActed) {}

    /** What a member sees of their notifications. */
    record Tray(List<Seen> items, @Nullable String nextCursor, long unread) {
        List<String> titles() {
            return items.stream().map(Seen::title).toList();
        }
    }

    /** The fact arrives, and what it leads to at once is done. */
    void arrives(Fact fact);

    /** All of them at the same moment. */
    void arriveAtOnce(List<Fact> facts);

    /** Time passes, and what was to be done by then is done. */
    void passes(Duration time);

    Tray notifications(String memberId, boolean onlyUnread, int limit, @Nullable String cursor);

    /** How many are unread after it; empty when there is no such notification. */
    @Nullable
    Long read(String memberId, String id);

    /** How many were read; all when there are no ids. */
    int readAll(String memberId, @Nullable List<String> ids);

    void look(String memberId);

    void act(String memberId, String id);

    /** Titles by day, newest first. */
    Map<String, List<String>> log(String memberId, @Nullable String from, @Nullable String to);

    /** The facts of a type that the service has published, as JSON. */
    List<String> published(String type);

    void runSchedule(String name);

    @Override
    void close();
}
