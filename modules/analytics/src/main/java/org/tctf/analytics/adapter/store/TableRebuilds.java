package org.tctf.analytics.adapter.store;

import static org.tctf.analytics.AnalyticsService.COUNT;
import static org.tctf.analytics.AnalyticsService.GENERATIONS;
import static org.tctf.analytics.AnalyticsService.HISTORY;
import static org.tctf.analytics.AnalyticsService.REPLAYED;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.tctf.analytics.AnalyticsService;
import org.tctf.analytics.application.Rebuilds;
import org.tctf.analytics.domain.DropShard;
import org.tctf.analytics.domain.Generations;
import org.tctf.analytics.domain.Posting;
import org.tctf.analytics.domain.ReplayShard;
import org.tctf.analytics.domain.Shard;
import org.tctf.analytics.domain.SwitchGeneration;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** The steps of a rebuild: each commits with the command for the next, so a crash repeats at most one page. */
@Singleton
public final class TableRebuilds implements Rebuilds {
    private static final int DROPPED_AT_ONCE = 90;

    /** Whoever read the old generation's number a moment ago can still read its counts. */
    private static final Duration BEFORE_DROPPING = Duration.ofMinutes(15);

    private static final Duration REMEMBERED = Duration.ofDays(90);

    record Replayed(long facts) {}

    private final ServiceTable table;
    private final InstantSource clock;

    public TableRebuilds(ServiceTables tables, InstantSource clock) {
        this.table = tables.of(AnalyticsService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public Generations generations() {
        return table.get(GENERATIONS.key(0), Generations.class).orElse(Generations.FIRST);
    }

    @Override
    public Progress progress(int generation) {
        List<Replayed> shards = table.list(REPLAYED.query(generation), Replayed.class);
        return new Progress(
                shards.size(), shards.stream().mapToLong(Replayed::facts).sum());
    }

    @Override
    public void start(Generations now) {
        Change change = moved(now, now.rebuild());
        for (Shard shard : Shard.all()) {
            change = change.enqueue(new ReplayShard(now.rebuild().building(), shard.number(), null, 0));
        }
        table.commit(change);
    }

    @Override
    public void replayed(ReplayShard page, Posting posting, ReplayShard next) {
        table.commit(TableLedger.posted(page.generation(), new Shard(page.shard()), posting)
                .enqueue(next));
    }

    @Override
    public void finished(ReplayShard lastPage) {
        Key done = REPLAYED.key(lastPage.generation(), lastPage.shard());
        table.commit(Change.none()
                .put(Row.of(done, new Replayed(lastPage.replayed()))
                        .expires(clock.instant().plus(REMEMBERED)))
                .enqueue(new SwitchGeneration(lastPage.generation())));
    }

    @Override
    public void switchOver(Generations now) {
        Change change = moved(now, now.switched());
        for (Shard shard : Shard.all()) {
            change = change.enqueue(new DropShard(now.serving(), shard.number()), BEFORE_DROPPING);
        }
        table.commit(change);
    }

    @Override
    public void drop(DropShard shard) {
        Shard part = new Shard(shard.shard());
        List<Key> keys = new ArrayList<>();
        table.list(HISTORY.query(shard.generation(), part.number()).limit(DROPPED_AT_ONCE), HistoryRow.class)
                .forEach(row -> keys.add(HISTORY.key(shard.generation(), part.number(), row.member())));
        if (keys.isEmpty()) {
            table.list(COUNT.query(shard.generation(), part.number()).limit(DROPPED_AT_ONCE), CountRow.ATTRIBUTES)
                    .forEach(row -> keys.add(CountRow.of(row).key(shard.generation(), part)));
        }
        if (!keys.isEmpty()) {
            Change change = Change.none();
            for (Key key : keys) {
                change = change.delete(key);
            }
            table.commit(change.enqueue(shard));
        }
    }

    private static Change moved(Generations from, Generations to) {
        Change change = Change.none();
        for (Shard shard : Shard.all()) {
            change = change.put(Row.of(GENERATIONS.key(shard.number()), to), TableLedger.unchanged(from));
        }
        return change;
    }
}
