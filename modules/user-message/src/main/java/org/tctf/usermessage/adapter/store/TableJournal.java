package org.tctf.usermessage.adapter.store;

import static org.tctf.usermessage.UserMessageService.CHANGE;
import static org.tctf.usermessage.UserMessageService.HEAD;
import static org.tctf.usermessage.adapter.store.Numbers.sortable;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tctf.kernel.Problem;
import org.tctf.kernel.event.Inbox;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.kernel.web.Idempotency;
import org.tctf.usermessage.UserMessageService;
import org.tctf.usermessage.application.Journal;
import org.tctf.usermessage.application.Refusals;
import org.tctf.usermessage.application.Step;
import org.tctf.usermessage.domain.Head;
import org.tctf.usermessage.domain.LogEntry;

/**
 * The log of each conversation. The number of a change comes from the head, and the write replaces that very head or does not
 * happen: that, and nothing in memory, is what makes numbers unique and without gaps. Within one process those who write to
 * the same conversation also wait for each other, so that they do not have to try again; many processes that write to one
 * conversation at once do try again.
 */
@Singleton
public final class TableJournal implements Journal {
    /** Each attempt waits for a write, so twenty are a long time; then the client tries again, which its id makes safe. */
    private static final int ATTEMPTS = 20;

    private static final int LANES = 256;

    private final ServiceTable table;
    private final List<Lock> lanes =
            Stream.<Lock>generate(ReentrantLock::new).limit(LANES).toList();

    public TableJournal(ServiceTables tables) {
        table = tables.of(UserMessageService.DEFINITION);
    }

    @Override
    public void append(String conversationId, Function<Head, Step> decide) {
        Lock lane = lanes.get(Math.floorMod(conversationId.hashCode(), LANES));
        lane.lock();
        try {
            for (int attempt = 1; !appended(conversationId, decide); attempt++) {
                if (attempt == ATTEMPTS) {
                    throw Problem.conflict(
                            "CONCURRENT_MODIFICATION",
                            "Others changed this conversation at the same moment; try again.");
                }
            }
        } finally {
            lane.unlock();
        }
    }

    @Override
    public List<Head> heads(Collection<String> conversationIds) {
        return table.getAll(conversationIds.stream().map(HEAD::key).toList(), Head.class);
    }

    @Override
    public List<LogEntry> changes(String conversationId, long after, long upTo, int limit) {
        return upTo <= after
                ? List.of()
                : table.list(
                        CHANGE.query(conversationId)
                                .between(sortable(after + 1), sortable(upTo))
                                .limit(limit),
                        LogEntry.class);
    }

    /** Whichever condition failed, the decision is asked again: it reads what the condition was about, and says why not. */
    private boolean appended(String conversationId, Function<Head, Step> decide) {
        Head head =
                table.get(HEAD.key(conversationId), Head.class).orElseThrow(() -> Refusals.notFound(conversationId));
        Change change = Steps.change(head, decide.apply(head));
        try {
            if (!change.isEmpty()) {
                table.commit(change);
            }
            return true;
        } catch (ConditionFailed lost) {
            if (Inbox.isKey(lost.key()) || Idempotency.isKey(lost.key())) {
                throw lost;
            }
            return false;
        }
    }
}
