package org.tctf.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Transaction;
import org.tctf.kernel.table.Write;
import org.tctf.sqlite.SqliteOutbox.Entry;

class SqliteOutboxTest {
    @TempDir
    Path folder;

    private SqliteTable table;

    @BeforeEach
    void open() {
        table = new SqliteTable(SqliteDatabase.open(folder.resolve("orders.db"), Durability.FULL), List.of());
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void messagesLieInTheOrderOfTheirCommits() {
        commit(fact("1"), fact("2"));
        commit(fact("3"));
        assertThat(ids(table.outbox().after(0, 10))).containsExactly("1", "2", "3");
        assertThat(ids(table.outbox().after(0, 2))).containsExactly("1", "2");
        long second = table.outbox().after(0, 2).getLast().seq();
        assertThat(ids(table.outbox().after(second, 10))).containsExactly("3");
    }

    @Test
    void aMessageIsReadAsItWasCommitted() {
        Outgoing command = new Outgoing(envelope("1"), "orders-ship", Duration.ofSeconds(90));
        commit(command, fact("2"));
        assertThat(table.outbox().after(0, 10).stream().map(Entry::message)).containsExactly(command, fact("2"));
    }

    @Test
    void messagesSurviveARestartAndSentOnesAreForgotten() {
        commit(fact("1"), fact("2"), fact("3"));
        table.outbox().sent(table.outbox().after(0, 2));
        close();
        open();
        assertThat(ids(table.outbox().after(0, 10))).containsExactly("3");
        commit(fact("4"));
        assertThat(ids(table.outbox().after(0, 10))).containsExactly("3", "4");
    }

    @Test
    void aNumberIsNotGivenAgainWhenTheOutboxIsEmpty() {
        commit(fact("1"));
        List<Entry> first = table.outbox().after(0, 10);
        table.outbox().sent(first);
        await().untilAsserted(() -> assertThat(table.outbox().after(0, 10)).isEmpty());
        commit(fact("2"));
        assertThat(ids(table.outbox().after(first.getLast().seq(), 10))).containsExactly("2");
    }

    @Test
    void aRefusedCommitLeavesNoMessageAndTellsNobody() {
        List<Entry> heard = new ArrayList<>();
        table.outbox().onCommit(heard::addAll);
        Write impossible = new Write.Check(new Key("a", "b"), Condition.present());
        assertThatThrownBy(() -> table.commit(new Transaction(List.of(impossible), List.of(fact("1")))))
                .isInstanceOf(ConditionFailed.class);
        commit(fact("2"));
        assertThat(ids(heard)).containsExactly("2");
        assertThat(table.outbox().after(0, 10)).isEqualTo(heard);
    }

    private void commit(Outgoing... messages) {
        table.commit(new Transaction(List.of(), List.of(messages)));
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.message().envelope().id()).toList();
    }

    private static Outgoing fact(String id) {
        return Outgoing.fact(envelope(id));
    }

    private static Envelope envelope(String id) {
        return new Envelope(
                id,
                "orders",
                "ORDER_PLACED",
                1,
                Instant.EPOCH,
                "o",
                "events/ORDER_PLACED.v1.json",
                7,
                id,
                null,
                "me",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "{\"order\":\"o\",\"n\":[1.50]}");
    }
}
