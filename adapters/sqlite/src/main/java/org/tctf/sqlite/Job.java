package org.tctf.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One work on its way through the writer. */
final class Job<T extends @Nullable Object> {
    private static final System.Logger LOG = System.getLogger(Job.class.getName());

    private final SqlWork<T> work;
    private final boolean isUrgent;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;
    private List<Runnable> afterCommit = List.of();

    Job(SqlWork<T> work, boolean isUrgent) {
        this.work = work;
        this.isUrgent = isUrgent;
    }

    boolean isUrgent() {
        return isUrgent;
    }

    CompletableFuture<T> answer() {
        return answer;
    }

    /**
     * Runs the work in a savepoint of the writer's transaction.
     *
     * @throws SQLException when the transaction itself is lost, and with it the whole group
     */
    void run(Session session, Path file) throws SQLException {
        session.prepare("SAVEPOINT work").execute();
        try {
            result = work.run(session);
            afterCommit = session.takeAfterCommit();
        } catch (Throwable failed) {
            session.takeAfterCommit();
            if (failed instanceof SQLException refused) {
                session.forgetStatements();
                failure = StorageException.of(file, refused);
            } else {
                failure = failed;
            }
            rollBack(session, failed);
        }
        session.prepare("RELEASE work").execute();
    }

    private static void rollBack(Session session, Throwable failed) throws SQLException {
        try {
            session.prepare("ROLLBACK TO work").execute();
        } catch (SQLException transactionIsLost) {
            // A full disk ends the whole transaction; that the savepoint went with it explains nothing.
            throw failed instanceof SQLException reason ? reason : transactionIsLost;
        }
    }

    /** The group is durable: tells those who asked to know first. */
    void tell() {
        for (Runnable told : afterCommit) {
            try {
                told.run();
            } catch (Throwable theirs) {
                // Also an Error: the writer must live on, or everybody waits for it.
                LOG.log(System.Logger.Level.ERROR, "a listener failed after a commit", theirs);
            }
        }
    }

    @SuppressWarnings("NullAway") // result is the work's own answer: null only where T is nullable
    void answerNow() {
        if (failure == null) {
            answer.complete(result);
        } else {
            answer.completeExceptionally(failure);
        }
    }

    void refuse(StorageException reason) {
        answer.completeExceptionally(reason);
    }
}
