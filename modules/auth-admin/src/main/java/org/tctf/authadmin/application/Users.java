package org.tctf.authadmin.application;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.domain.FoundUser;
import org.tctf.authadmin.domain.UserFilter;
import org.tctf.kernel.table.Page;

/** Port: the users as the search finds them. */
public interface Users {

    /** Keeps a new one; nothing happens when it is kept already. */
    void add(FoundUser user);

    /** Reads, changes and commits as one; nothing happens to an unknown one, or when nothing changes. */
    void change(String userId, UnaryOperator<FoundUser> how);

    void remove(String userId);

    Optional<FoundUser> find(String userId);

    /**
     * Those that fit, newest first. A page may have fewer than its limit, and even none, and yet another one after it:
     * looking for something rare ends after a bounded number of reads.
     *
     * @throws org.tctf.kernel.Problem {@code INVALID_CURSOR}
     */
    Page<FoundUser> search(UserFilter filter, int limit, @Nullable String cursor);
}
