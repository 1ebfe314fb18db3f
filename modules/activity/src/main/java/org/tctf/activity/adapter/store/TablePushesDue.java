package org.tctf.activity.adapter.store;

import jakarta.inject.Singleton;
import org.tctf.activity.ActivityService;
import org.tctf.activity.application.PushesDue;
import org.tctf.activity.domain.PushDue;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Raised with nothing but the mark of its command, which makes it once. */
@Singleton
public final class TablePushesDue implements PushesDue {
    private final ServiceTable table;

    public TablePushesDue(ServiceTables tables) {
        this.table = tables.of(ActivityService.DEFINITION);
    }

    @Override
    public void say(PushDue due) {
        table.commit(Change.none().raise(due.notificationId(), 1, due));
    }
}
