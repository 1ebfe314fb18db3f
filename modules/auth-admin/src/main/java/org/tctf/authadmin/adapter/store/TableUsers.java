package org.tctf.authadmin.adapter.store;

import static org.tctf.authadmin.AuthAdminService.NOTABLE;
import static org.tctf.authadmin.AuthAdminService.OF_COUNTRY;
import static org.tctf.authadmin.AuthAdminService.OF_EMAIL;
import static org.tctf.authadmin.AuthAdminService.OF_NAME;
import static org.tctf.authadmin.AuthAdminService.USER;
import static org.tctf.authadmin.AuthAdminService.USERS;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.AuthAdminService;
import org.tctf.authadmin.application.Users;
import org.tctf.authadmin.domain.FoundUser;
import org.tctf.authadmin.domain.UserFilter;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/**
 * Users by address, name, country, or all of them; and the few with a role or a status of note. What has no index of its
 * own is filtered while reading, at most {@value #MAX_READS} times a page.
 */
@Singleton
public class TableUsers implements Users {
    private static final int MAX_READS = 20;

    private final ServiceTable table;

    public TableUsers(ServiceTables tables) {
        table = tables.of(AuthAdminService.DEFINITION);
    }

    static Row row(FoundUser user) {
        String time = SortableTime.of(user.joinedAt());
        Row row = Row.of(USER.key(user.userId()), user)
                .index(USERS, time, user.userId())
                .index(OF_EMAIL, user.email(), time, user.userId())
                .index(OF_NAME, folded(user.membershipName()), time, user.userId())
                .index(OF_COUNTRY, user.country(), time, user.userId());
        return user.isNotable() ? row.index(NOTABLE, time, user.userId()) : row;
    }

    @Override
    public void add(FoundUser user) {
        Key key = USER.key(user.userId());
        try {
            table.commit(Change.none().create(row(user)));
        } catch (ConditionFailed lost) {
            if (!lost.key().equals(key)) {
                throw lost;
            }
        }
    }

    @Override
    public void change(String userId, UnaryOperator<FoundUser> how) {
        table.retrying(() -> {
            Optional<FoundUser> found = find(userId);
            found.ifPresent(before -> {
                FoundUser after = how.apply(before);
                if (!after.equals(before)) {
                    table.commit(Change.none().replace(row(after), before.version()));
                }
            });
            return found;
        });
    }

    @Override
    public void remove(String userId) {
        table.commit(Change.none().delete(USER.key(userId)));
    }

    @Override
    public Optional<FoundUser> find(String userId) {
        return table.get(USER.key(userId), FoundUser.class);
    }

    @Override
    public Page<FoundUser> search(UserFilter filter, int limit, @Nullable String cursor) {
        Query query = query(filter).descending();
        String binding = CursorBinding.of(filter);
        String position = CursorBinding.position(binding, cursor);
        List<FoundUser> found = new ArrayList<>();
        for (int reads = 0; reads < MAX_READS; reads++) {
            // Never more than still fits: a position can only be kept of the last one that was read.
            Page<FoundUser> page = table.page(query.limit(limit - found.size()), position, FoundUser.class);
            page.items().stream().filter(filter::fits).forEach(found::add);
            position = page.nextCursor();
            if (position == null || found.size() == limit) {
                break;
            }
        }
        return new Page<>(found, position == null ? null : binding + position);
    }

    private static Query query(UserFilter filter) {
        if (filter.email() != null) {
            return OF_EMAIL.query(filter.email());
        }
        if (filter.membershipName() != null) {
            return OF_NAME.query(folded(filter.membershipName()));
        }
        if (filter.isOfNotable()) {
            return NOTABLE.query();
        }
        return filter.country() == null ? USERS.query() : OF_COUNTRY.query(filter.country());
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
