package org.tctf.authadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tctf.authadmin.AuthAdminService.AUDIT_CHAIN;
import static org.tctf.authadmin.AuthAdminService.AUDIT_END;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tctf.authadmin.adapter.crypto.HmacSeals;
import org.tctf.authadmin.adapter.store.TableAuditChain;
import org.tctf.authadmin.adapter.store.TableAuditLog;
import org.tctf.authadmin.application.AuditChain;
import org.tctf.authadmin.application.AuditLog;
import org.tctf.authadmin.application.ForgetOldAudit;
import org.tctf.authadmin.application.LinkAudit;
import org.tctf.authadmin.application.VerifyAudit;
import org.tctf.authadmin.domain.AuditEntry;
import org.tctf.authadmin.domain.AuditEntry.Outcome;
import org.tctf.authadmin.domain.LoggedEntry;
import org.tctf.authadmin.domain.LoggedEntry.Link;
import org.tctf.authadmin.domain.Point;
import org.tctf.authadmin.domain.Verdict;
import org.tctf.authadmin.domain.Verdict.Fault;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.testing.Workbench;

/** Whoever can write the table cannot change the log unseen. */
class AuditChainTest {
    private static final int ENTRIES = 1_020;
    private static final int TRIES = 12;

    /** What somebody might do to the table. */
    enum Tampering {
        CHANGE_A_FIELD,
        CHANGE_A_FIELD_AND_ITS_HASH,
        REMOVE_ONE,
        REPLACE_ONE_BY_ANOTHER,
        SWAP_TWO,
        SLIP_ONE_IN,
        ADD_ONE_AT_THE_END,
        CUT_THE_END_OFF,
        CUT_THE_END_OFF_AND_MOVE_THE_HEAD,
        WRITE_ALL_ANEW_FROM_SOMEWHERE,
        WRITE_ALL_ANEW_AND_MOVE_THE_HEAD,
        REMOVE_THE_HEAD,
        MOVE_THE_FLOOR
    }

    record End(Point point, String seal, long version) {}

    private final Workbench bench = Workbench.of(AuthAdminService.DEFINITION);
    private final ServiceTable table = bench.tables().of(AuthAdminService.DEFINITION);
    private final AuditLog log = new TableAuditLog(bench.tables(), bench.clock());
    private final AuditChain chain = new TableAuditChain(bench.tables(), new HmacSeals(bench.secrets()));
    private int next;

    @BeforeEach
    void start() {
        next = 0;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsDoneToTheTableIsFound(Tampering tampering) {
        long seed = Long.getLong("tctf.seed", System.nanoTime());
        Random random = new Random(seed);
        write(ENTRIES);
        assertThat(verify().isIntact()).isTrue();
        assertThat(verify().isComplete()).isTrue();
        List<LoggedEntry> before = all();
        End head = table.get(AUDIT_END.key("head"), End.class).orElseThrow();
        for (int i = 0; i < TRIES; i++) {
            tamper(tampering, before, head, random);
            assertThat(verify().fault()).as("seed %d, try %d", seed, i).isNotNull();
            restore(before, head);
            assertThat(verify().isIntact()).as("restored").isTrue();
        }
    }

    @Test
    void aPointThatIsKeptElsewhereShowsAChainThatWasWrittenAnewByWhoeverHasTheSecret() {
        write(30);
        Point known = chain.head();
        write(10);
        assertThat(new VerifyAudit(chain).verify(known).isComplete()).isTrue();
        Point forged = new Point(known.seq(), "f".repeat(64));
        assertThat(new VerifyAudit(chain).verify(forged).fault()).isEqualTo(Fault.BROKEN_LINK);
    }

    @Test
    void whatIsOlderThanTwoYearsIsForgottenAndTheRestStaysProven() {
        write(70);
        bench.clock().advance(Duration.ofDays(365));
        write(70);
        bench.clock().advance(Duration.ofDays(366));
        new ForgetOldAudit(chain, bench.clock()).run();
        assertThat(chain.floor().seq()).isEqualTo(70);
        assertThat(verify().from().seq()).isEqualTo(70);
        assertThat(verify().to().seq()).isEqualTo(140);
        assertThat(verify().isIntact()).isTrue();
        assertThat(table.get(key(70), LoggedEntry.class)).isEmpty();
        table.commit(Change.none().delete(key(71)));
        assertThat(verify().fault()).isEqualTo(Fault.MISSING);
    }

    @Test
    void nothingIsLinkedBehindAHeadThatSomebodyElseHasMoved() {
        write(10);
        End head = table.get(AUDIT_END.key("head"), End.class).orElseThrow();
        put("head", new End(new Point(5, "0".repeat(64)), head.seal(), head.version() + 1));
        log.add(entry());
        assertThatThrownBy(() -> new LinkAudit(chain).run()).isInstanceOf(AuditChain.ForgedEnd.class);
    }

    @Test
    void howeverManyWriteAndLinkAtOnceEachEntryIsLinkedOnce() throws InterruptedException {
        try (ExecutorService many = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 200; i++) {
                int number = i;
                many.execute(() -> log.add(entry(number)));
                if (i % 10 == 0) {
                    many.execute(chain::linkSome);
                }
            }
            many.shutdown();
            assertThat(many.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        new LinkAudit(chain).run();
        assertThat(verify().isIntact()).isTrue();
        assertThat(all()).extracting(logged -> logged.entry().id()).hasSize(200).doesNotHaveDuplicates();
    }

    private void tamper(Tampering how, List<LoggedEntry> all, End head, Random random) {
        LoggedEntry one = all.get(random.nextInt(all.size()));
        LoggedEntry other = all.get((all.indexOf(one) + 1 + random.nextInt(all.size() - 1)) % all.size());
        switch (how) {
            case CHANGE_A_FIELD -> put(seq(one), changed(one, random));
            case CHANGE_A_FIELD_AND_ITS_HASH ->
                put(seq(one), changed(one, random).linkedBehind(behind(one)));
            case REMOVE_ONE -> table.commit(Change.none().delete(key(seq(one))));
            case REPLACE_ONE_BY_ANOTHER -> put(seq(one), other);
            case SWAP_TWO -> {
                put(seq(one), other);
                put(seq(other), one);
            }
            case SLIP_ONE_IN -> {
                table.commit(Change.none()
                        .put(Row.of(between(seq(one)), changed(one, random).linkedBehind(one.point()))));
            }
            case ADD_ONE_AT_THE_END ->
                put(head.point().seq() + 1, changed(one, random).linkedBehind(head.point()));
            case CUT_THE_END_OFF -> cut(all, one);
            case CUT_THE_END_OFF_AND_MOVE_THE_HEAD -> {
                cut(all, one);
                put("head", new End(behind(one), head.seal(), head.version() + 1));
            }
            case WRITE_ALL_ANEW_FROM_SOMEWHERE -> anew(all, one, random);
            case WRITE_ALL_ANEW_AND_MOVE_THE_HEAD ->
                put("head", new End(anew(all, one, random), head.seal(), head.version() + 1));
            case REMOVE_THE_HEAD -> table.commit(Change.none().delete(AUDIT_END.key("head")));
            case MOVE_THE_FLOOR -> put("floor", new End(one.point(), head.seal(), 1));
        }
    }

    private void cut(List<LoggedEntry> all, LoggedEntry from) {
        all.subList(all.indexOf(from), all.size())
                .forEach(entry -> table.commit(Change.none().delete(key(seq(entry)))));
    }

    private Point anew(List<LoggedEntry> all, LoggedEntry from, Random random) {
        Point at = behind(from);
        for (LoggedEntry entry : all.subList(all.indexOf(from), all.size())) {
            LoggedEntry written = (entry == from ? changed(entry, random) : entry).linkedBehind(at);
            put(seq(entry), written);
            at = written.point();
        }
        return at;
    }

    private void restore(List<LoggedEntry> all, End head) {
        all.forEach(entry -> {
            if (table.get(between(seq(entry)), LoggedEntry.class).isPresent()) {
                table.commit(Change.none().delete(between(seq(entry))));
            }
        });
        all.forEach(entry -> {
            if (table.get(key(seq(entry)), LoggedEntry.class)
                    .filter(entry::equals)
                    .isEmpty()) {
                put(seq(entry), entry);
            }
        });
        table.commit(Change.none()
                .delete(key(head.point().seq() + 1))
                .delete(AUDIT_END.key("floor"))
                .put(Row.of(AUDIT_END.key("head"), head)));
    }

    private static LoggedEntry changed(LoggedEntry logged, Random random) {
        AuditEntry was = logged.entry();
        int field = random.nextInt(9);
        AuditEntry is = new AuditEntry(
                field == 0 ? was.id() + "x" : was.id(),
                field == 1 ? was.at().plusNanos(1) : was.at(),
                field == 2 ? "SIGNED_OUT" : was.type(),
                field == 3 ? Outcome.REFUSED : was.outcome(),
                field == 4 ? null : was.memberId(),
                field == 5 ? "somebody-else" : was.actor(),
                field == 6 ? "no reason" : was.reason(),
                field == 7 ? Map.of("sessionId", "another") : was.details(),
                was.correlationId());
        Instant recorded = field == 8 ? logged.recordedAt().minusSeconds(1) : logged.recordedAt();
        return new LoggedEntry(recorded, is, logged.link());
    }

    private void write(int entries) {
        for (int i = 0; i < entries; i++) {
            log.add(entry());
        }
        new LinkAudit(chain).run();
    }

    private AuditEntry entry() {
        return entry(next++);
    }

    private AuditEntry entry(int number) {
        return new AuditEntry(
                "id-%06d".formatted(number),
                bench.clock().instant(),
                "SIGNED_IN",
                Outcome.DONE,
                "member-" + number % 7,
                "anonymous",
                number % 2 == 0 ? "a reason" : null,
                Map.of("sessionId", "s-" + number),
                "correlation-" + number);
    }

    private List<LoggedEntry> all() {
        return List.of(0L, 1L).stream()
                .flatMap(segment -> table.list(AUDIT_CHAIN.query(segment), LoggedEntry.class).stream())
                .toList();
    }

    private Verdict verify() {
        return new VerifyAudit(chain).verify(null);
    }

    private void put(long seq, LoggedEntry entry) {
        table.commit(Change.none().put(Row.of(key(seq), entry)));
    }

    private void put(String which, End end) {
        table.commit(Change.none().put(Row.of(AUDIT_END.key(which), end)));
    }

    private static Point behind(LoggedEntry entry) {
        Link link = link(entry);
        return new Point(link.seq() - 1, link.previous());
    }

    private static long seq(LoggedEntry entry) {
        return link(entry).seq();
    }

    private static Link link(LoggedEntry entry) {
        @Nullable Link link = entry.link();
        if (link == null) {
            throw new AssertionError("not linked: " + entry);
        }
        return link;
    }

    /** Behind the entry with this number, and before the next. */
    private static Key between(long seq) {
        return new Key(key(seq).pk(), key(seq).sk() + "+");
    }

    private static Key key(long seq) {
        return AUDIT_CHAIN.key(seq / 1_000, "%015d".formatted(seq));
    }
}
