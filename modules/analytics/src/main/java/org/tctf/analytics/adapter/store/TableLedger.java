package org.tctf.analytics.adapter.store;

import static org.tctf.analytics.AnalyticsService.ARCHIVE;
import static org.tctf.analytics.AnalyticsService.GENERATIONS;
import static org.tctf.analytics.AnalyticsService.HISTORY;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.analytics.AnalyticsService;
import org.tctf.analytics.application.Archive;
import org.tctf.analytics.application.Ledger;
import org.tctf.analytics.domain.Fact;
import org.tctf.analytics.domain.Generations;
import org.tctf.analytics.domain.MemberHistory;
import org.tctf.analytics.domain.Posting;
import org.tctf.analytics.domain.Shard;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.kernel.table.Write;

/** Archive and counting in one write. */
@Singleton
public final class TableLedger implements Ledger, Archive {
    private static final int PAGE = 200;

    /** Nanoseconds always written out, so that text sorts as time does. */
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final ServiceTable table;

    public TableLedger(ServiceTables tables) {
        this.table = tables.of(AnalyticsService.DEFINITION);
    }

    @Override
    public Generations generations(Shard shard) {
        return table.get(GENERATIONS.key(shard.number()), Generations.class).orElse(Generations.FIRST);
    }

    @Override
    public MemberHistory history(int generation, String member) {
        return table.get(historyKey(generation, member), HistoryRow.class)
                .map(HistoryRow::history)
                .orElseGet(() -> MemberHistory.blank(member));
    }

    @Override
    public void record(Fact fact, Generations asRead, Map<Integer, Posting> postings) {
        String time = SORTABLE.format(fact.time());
        Key entry = ARCHIVE.key(fact.shard().number(), time, fact.id());
        Change change = Change.none()
                .create(Row.of(entry, new Entry(fact, asRead.latest(), entry.sk())))
                .require(GENERATIONS.key(fact.shard().number()), unchanged(asRead));
        for (var posting : postings.entrySet()) {
            change = change.and(posted(posting.getKey(), fact.shard(), posting.getValue()));
        }
        try {
            table.commit(change);
        } catch (ConditionFailed lost) {
            // Archived before the inbox's memory: a fact is counted once for ever, so this one is done.
            if (!lost.key().equals(entry)) {
                throw lost;
            }
        }
    }

    @Override
    public void retrying(Runnable readAndRecord) {
        table.retrying(() -> {
            readAndRecord.run();
            return true;
        });
    }

    @Override
    public List<Entry> after(Shard shard, @Nullable String position) {
        var all = ARCHIVE.query(shard.number()).limit(PAGE);
        // A space more than the position is the least key after it; the tilde comes after every digit.
        return table.list(position == null ? all : all.between(position + " ", "~"), Entry.class);
    }

    /** Nothing is stored until the first rebuild. */
    static Condition unchanged(Generations generations) {
        return generations.equals(Generations.FIRST)
                ? Condition.absent()
                : Condition.equal("serving", generations.serving())
                        .and(Condition.equal("building", generations.building()));
    }

    /** What a posting writes; each history in the place of the one that was read. */
    static Change posted(int generation, Shard shard, Posting posting) {
        Change change = Change.none();
        for (MemberHistory history : posting.histories()) {
            Row row = Row.of(historyKey(generation, history.member()), HistoryRow.after(history));
            change = history.version() == 0 ? change.create(row) : change.replace(row, history.version());
        }
        for (Write addition : CountRow.additions(generation, shard, posting.counts())) {
            change = change.write(addition);
        }
        return change;
    }

    private static Key historyKey(int generation, String member) {
        return HISTORY.key(generation, Shard.of(member).number(), member);
    }
}
