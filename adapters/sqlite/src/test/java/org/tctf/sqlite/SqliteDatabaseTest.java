package org.tctf.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {
    @TempDir
    Path folder;

    private SqliteDatabase database;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("words.db"), Durability.FULL);
        database.write(session -> {
            session.execute("CREATE TABLE word (word TEXT PRIMARY KEY)");
            return true;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsWrittenIsRead() {
        database.write(insert("hello"));
        assertThat(words()).containsExactly("hello");
    }

    @Test
    void worksThatWaitTogetherShareOneCommit() {
        long before = database.commits();
        List<CompletableFuture<Boolean>> works = new ArrayList<>();
        inOneGroup(() -> {
            for (int i = 0; i < 50; i++) {
                works.add(database.writeLater(insert("word" + i)));
            }
        });
        works.forEach(CompletableFuture::join);
        assertThat(words()).hasSize(50);
        assertThat(database.commits() - before)
                .as("the one that held up the writer, and the group")
                .isEqualTo(2);
    }

    @Test
    void aWorkThatThrowsHasWrittenNothingAndHarmsNoNeighbour() {
        List<CompletableFuture<Boolean>> works = new ArrayList<>();
        inOneGroup(() -> {
            works.add(database.writeLater(insert("before")));
            works.add(database.writeLater(session -> {
                insert("half").run(session);
                throw new IllegalStateException("changed my mind");
            }));
            works.add(database.writeLater(insert("before")));
            works.add(database.writeLater(insert("after")));
        });
        assertThatThrownBy(works.get(1)::join).hasRootCauseMessage("changed my mind");
        assertThatThrownBy(works.get(2)::join).hasCauseInstanceOf(StorageException.class);
        assertThat(works.get(3).join()).isTrue();
        assertThat(words()).containsExactly("after", "before");
    }

    @Test
    void aLostTransactionFailsEveryWorkOfItsGroupAndTheNextGroupWorks() {
        List<CompletableFuture<Boolean>> works = new ArrayList<>();
        inOneGroup(() -> {
            works.add(database.writeLater(insert("lost")));
            works.add(database.writeLater(session -> {
                session.execute("ROLLBACK");
                return true;
            }));
            works.add(database.writeLater(insert("never tried")));
        });
        assertThat(works).allSatisfy(work -> assertThatThrownBy(work::join).hasCauseInstanceOf(StorageException.class));
        assertThat(words()).isEmpty();
        database.write(insert("again"));
        assertThat(words()).containsExactly("again");
    }

    @Test
    void listenersHearOfDurableWorksOnlyAndBeforeWhoeverWaits() {
        List<String> heard = new ArrayList<>();
        database.write(session -> {
            session.afterCommit(() -> heard.add("done"));
            return insert("a").run(session);
        });
        assertThat(heard).containsExactly("done");
        assertThatThrownBy(() -> database.write(session -> {
                    session.afterCommit(() -> heard.add("never"));
                    return insert("a").run(session);
                }))
                .isInstanceOf(StorageException.class);
        database.write(insert("b"));
        assertThat(heard).containsExactly("done");
    }

    @Test
    void aListenerThatFailsHarmsNobody() {
        database.write(session -> {
            session.afterCommit(() -> {
                throw new IllegalStateException("listener");
            });
            return insert("a").run(session);
        });
        database.write(insert("b"));
        assertThat(words()).containsExactly("a", "b");
    }

    @Test
    void aLaterWriteIsDoneSoonWithoutAnybodysHelp() {
        database.writeLater(insert("soon"));
        await().untilAsserted(() -> assertThat(words()).containsExactly("soon"));
    }

    @Test
    void worksOfOneThreadAreDoneInTheirOrder() {
        database.writeLater(insert("a"));
        database.write(session -> {
            session.execute("DELETE FROM word WHERE word = 'a'");
            return true;
        });
        assertThat(words()).isEmpty();
    }

    @Test
    void aWriteInsideAWriteIsRefusedInsteadOfWaitingForItself() {
        assertThatThrownBy(() -> database.write(outer -> database.write(insert("inner"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("waits for itself");
    }

    @Test
    void readersCannotWrite() {
        assertThatThrownBy(() -> database.read(insert("sneaky"))).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> database.read(session -> {
                    session.afterCommit(() -> {});
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFullDiskIsOneSentenceAndNoDamage() {
        database.write(insert("kept"));
        limitPages(10);
        assertThatThrownBy(() -> database.write(insert("x".repeat(100_000))))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("is full: free some space");
        limitPages(100_000);
        database.write(insert("room again"));
        assertThat(words()).containsExactly("kept", "room again");
    }

    @Test
    void closingFinishesWhatWasSubmitted() {
        List<CompletableFuture<Boolean>> works = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            works.add(database.writeLater(insert("word" + i)));
        }
        database.close();
        assertThat(works).allMatch(CompletableFuture::join);
        assertThatThrownBy(() -> database.write(insert("late"))).hasMessageContaining("is closed");
        assertThatThrownBy(this::words).hasMessageContaining("is closed");
        assertThat(Files.exists(folder.resolve("words.db-wal"))).isFalse();
    }

    @Test
    void theLogDoesNotGrowWithoutEnd() throws Exception {
        for (int i = 0; i < 300; i++) {
            database.write(insert(i + "x".repeat(50_000)));
        }
        assertThat(Files.size(folder.resolve("words.db-wal"))).isLessThan(20 * 1024 * 1024);
    }

    /** Holds up the writer until everything is submitted, so that what is submitted is its next group. */
    private void inOneGroup(Runnable submit) {
        CountDownLatch isSubmitted = new CountDownLatch(1);
        CountDownLatch isHeldUp = new CountDownLatch(1);
        CompletableFuture<Boolean> holdUp = CompletableFuture.supplyAsync(() -> database.write(session -> {
            isHeldUp.countDown();
            pass(isSubmitted);
            return true;
        }));
        pass(isHeldUp);
        submit.run();
        isSubmitted.countDown();
        holdUp.join();
    }

    private void limitPages(int pages) {
        database.write(session -> {
            session.execute("PRAGMA max_page_count = " + pages);
            return true;
        });
    }

    private List<String> words() {
        return database.read(session -> {
            List<String> words = new ArrayList<>();
            try (ResultSet rows =
                    session.prepare("SELECT word FROM word ORDER BY word").executeQuery()) {
                while (rows.next()) {
                    words.add(rows.getString(1));
                }
            }
            return words;
        });
    }

    private static SqlWork<Boolean> insert(String word) {
        return session -> {
            var insert = session.prepare("INSERT INTO word VALUES (?)");
            insert.setString(1, word);
            return insert.executeUpdate() == 1;
        };
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
