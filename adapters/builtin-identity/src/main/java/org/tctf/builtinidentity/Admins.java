package org.tctf.builtinidentity;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/**
 * The accounts that can administer the platform, in one item: whoever changes one of them does it on the set that they
 * saw, so two admins who shut out each other at the same moment do not leave nobody.
 */
record Admins(long version, Set<String> ids) {
    private static final Admins NONE = new Admins(0, Set.of());

    /**
     * What a change of an account changes here.
     *
     * @param isAble whether it can administer afterwards
     * @return empty when nobody could any more
     */
    static Optional<Change> after(ServiceTable table, AccountRow before, boolean isAble) {
        if (before.isAbleAdmin() == isAble) {
            return Optional.of(Change.none());
        }
        Admins now = read(table);
        Set<String> ids = new TreeSet<>(now.ids);
        if (isAble) {
            ids.add(before.id());
        } else {
            ids.remove(before.id());
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(now.replacedBy(ids));
    }

    static boolean isThereOne(ServiceTable table) {
        return !read(table).ids.isEmpty();
    }

    /** What the first one changes here; empty when there is one. */
    static Optional<Change> first(ServiceTable table, String accountId) {
        Admins now = read(table);
        return now.ids.isEmpty() ? Optional.of(now.replacedBy(Set.of(accountId))) : Optional.empty();
    }

    private static Admins read(ServiceTable table) {
        return table.get(ProviderTable.ADMINS.key(), Admins.class).orElse(NONE);
    }

    private Change replacedBy(Set<String> others) {
        Row row = Row.of(ProviderTable.ADMINS.key(), new Admins(version + 1, others));
        return version == 0 ? Change.none().create(row) : Change.none().replace(row, version);
    }
}
