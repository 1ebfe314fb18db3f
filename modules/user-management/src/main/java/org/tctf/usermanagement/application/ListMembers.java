package org.tctf.usermanagement.application;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Page;
import org.tctf.usermanagement.domain.Card;

/** Lists members by name, all of them or those of a country, a plan, or with a name that begins so. */
@Singleton
public class ListMembers {
    private final Directory directory;

    public ListMembers(Directory directory) {
        this.directory = directory;
    }

    /**
     * @param limit 1–100
     * @throws org.tctf.kernel.Problem {@code INVALID_CURSOR}
     */
    public Page<Card> list(Directory.Filter filter, int limit, @Nullable String cursor) {
        return directory.page(filter, limit, cursor);
    }
}
