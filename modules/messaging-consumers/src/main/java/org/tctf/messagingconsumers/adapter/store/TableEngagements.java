package org.tctf.messagingconsumers.adapter.store;

import static org.tctf.messagingconsumers.MessagingConsumersService.SEEN;
import static org.tctf.messagingconsumers.MessagingConsumersService.SEEN_BY;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.campaign.Engagements;

/** A mark for each reader and kind, and the numbers of them. */
@Singleton
public class TableEngagements implements Engagements {
    static final String OPENED = "OPENED";
    static final String CLICKED = "CLICKED";

    private static final Duration KEPT = Duration.ofDays(180);

    /** What a reader did first. */
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

    /** As it lies in the table: a number that was never counted is not there. */
    record Numbers(@Nullable Long opened, @Nullable Long clicked) {
        Seen seen() {
            return new Seen(opened == null ? 0 : opened, clicked == null ? 0 : clicked);
        }
    }

    @Override
    public Seen of(String campaignId) {
        return table.get(SEEN.key(campaignId), Numbers.class).map(Numbers::seen).orElse(new Seen(0, 0));
    }
}
