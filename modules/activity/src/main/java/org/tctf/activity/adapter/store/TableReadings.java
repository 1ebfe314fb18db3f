package org.tctf.activity.adapter.store;

import static org.tctf.activity.ActivityService.POSITION;
import static org.tctf.activity.ActivityService.TOLD;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.ActivityService;
import org.tctf.activity.application.Readings;
import org.tctf.activity.domain.Part;
import org.tctf.activity.domain.Place;
import org.tctf.activity.domain.SettleRead;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/**
 * How far members have read, and what they are told meanwhile. Who reads notes it first and settles then; who tells
 * writes that first and settles a minute later: so of a notification and a reading that cross each other, one sees the
 * other, and no write has to demand that the other has not happened.
 */
@Singleton
public final class TableReadings implements Readings {
    /** A window is told after minutes; the rest of the day is for redriving. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** Each is four items of a transaction. */
    private static final int SETTLED_AT_ONCE = 20;

    private static final int GET_AT_ONCE = 100;
    private static final String UP_TO = "number";

    private final ServiceTable table;
    private final InstantSource clock;

    public TableReadings(ServiceTables tables, InstantSource clock) {
        this.table = tables.of(ActivityService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public void note(String memberId, Place upTo) {
        Change noted = Change.none()
                .put(
                        Row.of(POSITION.key(memberId, upTo.conversationId()), upTo)
                                .expires(clock.instant().plus(KEPT)),
                        Condition.absent().or(Condition.less(UP_TO, upTo.number())));
        boolean isTold = !table.list(TOLD.query(memberId).limit(1), Told.class).isEmpty();
        try {
            table.commit(isTold ? noted.enqueue(new SettleRead(memberId)) : noted);
        } catch (ConditionFailed readFurther) {
            // Facts come in any order, and more than once: what is noted says more already.
            return;
        }
    }

    @Override
    public List<Part> unread(String memberId, List<Part> parts) {
        Map<String, Long> upTo = upTo(memberId, parts.stream().map(Part::place).flatMap(Stream::ofNullable));
        return parts.stream().filter(part -> !isRead(part.place(), upTo)).toList();
    }

    @Override
    public void settle(String memberId) {
        table.retrying(() -> {
            List<Told> told = told(memberId);
            Map<String, Long> upTo =
                    upTo(memberId, told.stream().map(Told::places).flatMap(List::stream));
            List<Told> read = told.stream()
                    .filter(one -> one.isRead(upTo))
                    .limit(SETTLED_AT_ONCE)
                    .toList();
            if (!read.isEmpty()) {
                commit(memberId, read);
            }
            return read;
        });
    }

    private void commit(String memberId, List<Told> read) {
        Change change = TableNotifications.reading(
                table, memberId, read.stream().map(Told::notificationId).toList(), clock.instant());
        for (Told one : read) {
            change = change.delete(TOLD.key(memberId, one.notificationId()), Condition.present());
        }
        table.commit(read.size() < SETTLED_AT_ONCE ? change : change.enqueue(new SettleRead(memberId)));
    }

    private List<Told> told(String memberId) {
        return Page.all(cursor -> table.page(TOLD.query(memberId), cursor, Told.class));
    }

    private Map<String, Long> upTo(String memberId, Stream<Place> places) {
        List<Key> keys = places.map(Place::conversationId)
                .distinct()
                .map(conversation -> POSITION.key(memberId, conversation))
                .toList();
        Map<String, Long> upTo = new HashMap<>();
        for (int from = 0; from < keys.size(); from += GET_AT_ONCE) {
            table.getAll(keys.subList(from, Math.min(from + GET_AT_ONCE, keys.size())), Place.class)
                    .forEach(place -> upTo.put(place.conversationId(), place.number()));
        }
        return upTo;
    }

    private static boolean isRead(@Nullable Place place, Map<String, Long> upTo) {
        return place != null && place.number() <= upTo.getOrDefault(place.conversationId(), 0L);
    }
}
