package org.tctf.messagingconsumers.adapter.store;

import static org.tctf.messagingconsumers.MessagingConsumersService.SEEN;
import static org.tctf.messagingconsumers.MessagingConsumersService.SEEN_BY;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.campaign.Engagements;
import org.tctf.messagingconsumers.domain.subscriber.Departure;

/** A mark for each reader and kind, and the numbers of them. */
@Singleton
public class TableEngagements implements Engagements {
    static final String OPENED = "OPENED";
    static final String CLICKED = "CLICKED";

    static final String BOUNCED = Departure.BOUNCED.name();
    static final String COMPLAINED = Departure.COMPLAINED.name();

    private static final Duration KEPT = Duration.ofDays(180);

    /** What a reader, or a mail system in their place, did first. */
    record Mark(String what, Instant at, @Nullable String url) {}

    private final ServiceTable table;

    public TableEngagements(ServiceTables tables) {
        table = tables.of(MessagingConsumersService.DEFINITION);
    }

    @Override
    public void count(String campaignId, String subscriberId, @Nullable String url, Instant now) {
        String what = url == null ? OPENED : CLICKED;
        try {
            table.commit(Change.none()
                    .create(Row.of(SEEN_BY.key(campaignId, subscriberId, what), new Mark(what, now, url))
                            .expires(now.plus(KEPT)))
                    .add(SEEN.key(campaignId), url == null ? "opened" : "clicked", 1));
        } catch (ConditionFailed countedBefore) {
            // Once for each reader: that is what was asked.
        }
    }

    /** Counts a reader who left for this reason, unless that was done. */
    static Change countedOnce(ServiceTable table, String campaignId, String subscriberId, Departure why, Instant now) {
        Key mark = SEEN_BY.key(campaignId, subscriberId, why.name());
        return table.get(mark, Mark.class).isPresent()
                ? Change.none()
                : Change.none()
                        .create(Row.of(mark, new Mark(why.name(), now, null)).expires(now.plus(KEPT)))
                        .add(SEEN.key(campaignId), why.name().toLowerCase(Locale.ROOT), 1);
    }

    /** As it lies in the table: a number that was never counted is not there. */
    record Numbers(
            @Nullable Long opened,
            @Nullable Long clicked,
            @Nullable Long bounced,
            @Nullable Long complained) {
        Seen seen() {
            return new Seen(orNone(opened), orNone(clicked), orNone(bounced), orNone(complained));
        }

        private static long orNone(@Nullable Long number) {
            return number == null ? 0 : number;
        }
    }

    @Override
    public Seen of(String campaignId) {
        return table.get(SEEN.key(campaignId), Numbers.class).map(Numbers::seen).orElse(Seen.NOTHING);
    }
}
