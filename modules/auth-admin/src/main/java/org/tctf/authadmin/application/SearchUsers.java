package org.tctf.authadmin.application;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.domain.FoundUser;
import org.tctf.authadmin.domain.UserFilter;
import org.tctf.kernel.table.Page;

/** Finds accounts. */
@Singleton
public class SearchUsers {
    public static final int DEFAULT = 20;
    public static final int MAX = 50;

    private final Users users;

    public SearchUsers(Users users) {
        this.users = users;
    }

    /** Newest first. */
    public Page<FoundUser> search(UserFilter filter, int limit, @Nullable String cursor) {
        return users.search(filter, limit, cursor);
    }
}
