package org.tctf.communication.adapter.store;

import static org.tctf.communication.CommunicationService.PUSHES;
import static org.tctf.communication.CommunicationService.PUSH_OWNER;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tctf.communication.CommunicationService;
import org.tctf.communication.application.LostBrowsers;
import org.tctf.communication.application.PushBook;
import org.tctf.communication.application.SignedOutBrowsers;
import org.tctf.communication.domain.MemberBrowsers;
import org.tctf.communication.domain.PushSubscription;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/**
 * Members' browsers in the service's table: one item for a member, one for each browser that says whose it is. Both change in
 * one commit, so that of two members who register the same browser at once the later one has it, and the other has not.
 */
@Singleton
public class TablePushBook implements PushBook, LostBrowsers, SignedOutBrowsers {
    private final ServiceTable table;

    public TablePushBook(ServiceTables tables) {
        this.table = tables.of(CommunicationService.DEFINITION);
    }

    @Override
    public MemberBrowsers of(String memberId) {
        return of(table, memberId);
    }

    @Override
    public PushSubscription register(String memberId, PushSubscription subscription) {
        return table.retrying(() -> {
            MemberBrowsers after = of(memberId).with(subscription);
            table.commit(stored(after).and(taken(subscription.id(), memberId)));
            return after.find(subscription.id()).orElseThrow();
        });
    }

    @Override
    public void remove(String memberId, String id) {
        table.retrying(() -> {
            MemberBrowsers before = of(memberId);
            MemberBrowsers after = before.without(id);
            table.commit(removed(before, after));
            return after;
        });
    }

    @Override
    public void drop(String memberId, String subscriptionId) {
        lose(memberId, browsers -> browsers.lost(subscriptionId));
    }

    @Override
    public void signOut(String memberId, Set<String> sessionIds) {
        lose(memberId, browsers -> browsers.signedOut(sessionIds));
    }

    private void lose(String memberId, UnaryOperator<MemberBrowsers> some) {
        table.retrying(() -> {
            MemberBrowsers before = of(memberId);
            MemberBrowsers after = some.apply(before);
            if (!after.equals(before)) {
                table.commitAhead(removed(before, after));
            }
            return after;
        });
    }

    /** All of a member's are forgotten; to be committed with what else is. Does not hold when they change meanwhile. */
    static Change forgotten(ServiceTable table, String memberId) {
        MemberBrowsers browsers = of(table, memberId);
        Key key = PUSHES.key(memberId);
        if (browsers.version() == 0) {
            return Change.none().require(key, Condition.absent());
        }
        Change change = Change.none().delete(key, Condition.version(browsers.version()));
        for (PushSubscription subscription : browsers.subscriptions()) {
            change = change.delete(PUSH_OWNER.key(subscription.id()));
        }
        return change;
    }

    private static MemberBrowsers of(ServiceTable table, String memberId) {
        return table.get(PUSHES.key(memberId), MemberBrowsers.class).orElseGet(() -> MemberBrowsers.none(memberId));
    }

    private Change taken(String id, String memberId) {
        Key key = PUSH_OWNER.key(id);
        Row row = Row.of(key, new PushOwner(memberId));
        Optional<String> owner = table.get(key, PushOwner.class).map(PushOwner::memberId);
        if (owner.isEmpty()) {
            return Change.none().create(row);
        }
        Condition asRead = Condition.equal("memberId", owner.get());
        if (owner.get().equals(memberId)) {
            return Change.none().require(key, asRead);
        }
        MemberBrowsers former = of(owner.get());
        MemberBrowsers without = former.lost(id);
        return (without.equals(former) ? Change.none() : stored(without)).put(row, asRead);
    }

    private static Change removed(MemberBrowsers before, MemberBrowsers after) {
        Change change = stored(after);
        for (PushSubscription known : before.subscriptions()) {
            if (after.find(known.id()).isEmpty()) {
                change = change.delete(PUSH_OWNER.key(known.id()), Condition.equal("memberId", before.memberId()));
            }
        }
        return change;
    }

    private static Change stored(MemberBrowsers after) {
        Row row = Row.of(PUSHES.key(after.memberId()), after);
        return after.version() == 1 ? Change.none().create(row) : Change.none().replace(row, after.version() - 1);
    }
}
