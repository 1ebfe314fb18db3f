package org.tctf.activity.adapter.store;

import static org.tctf.activity.ActivityService.DIGEST;
import static org.tctf.activity.ActivityService.DIGESTS;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.ActivityService;
import org.tctf.activity.application.Digests;
import org.tctf.activity.domain.DigestDue;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Digests by the time they are due. */
@Singleton
public final class TableDigests implements Digests {
    private final ServiceTable table;

    public TableDigests(ServiceTables tables) {
        this.table = tables.of(ActivityService.DEFINITION);
    }

    @Override
    public Page<Pending> due(Instant now, @Nullable String cursor) {
        return table.page(DIGESTS.query().between("", Times.sortable(now) + "~"), cursor, Pending.class);
    }

    @Override
    public void finish(Pending pending, Optional<DigestDue> digest) {
        Change change = Change.none().delete(DIGEST.key(pending.memberId()), Condition.present());
        try {
            table.commit(digest.map(due -> change.raise(due.digestId(), 1, due)).orElse(change));
        } catch (ConditionFailed finished) {
            // The index lags behind the table: an earlier run has said so already.
            return;
        }
    }
}
