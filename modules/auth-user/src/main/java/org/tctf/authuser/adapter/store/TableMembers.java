package org.tctf.authuser.adapter.store;

import static org.tctf.authuser.AuthUserService.DELETION;
import static org.tctf.authuser.AuthUserService.EMAIL_CHANGE;
import static org.tctf.authuser.AuthUserService.EXPORT;
import static org.tctf.authuser.AuthUserService.MEMBER;
import static org.tctf.authuser.AuthUserService.NAME;
import static org.tctf.authuser.AuthUserService.PHONE;
import static org.tctf.authuser.AuthUserService.PREFERENCES;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.tctf.authuser.AuthUserService;
import org.tctf.authuser.application.Announcements;
import org.tctf.authuser.application.Members;
import org.tctf.authuser.domain.AccountDeleted;
import org.tctf.authuser.domain.ErasedMember;
import org.tctf.authuser.domain.Holder;
import org.tctf.authuser.domain.Member;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** What is known of members, and whose which name is. */
@Singleton
public class TableMembers implements Members, Announcements {

    private record Named(String userId) {}

    private final ServiceTable table;
    private final InstantSource clock;

    public TableMembers(ServiceTables tables, InstantSource clock) {
        table = tables.of(AuthUserService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public Optional<Holder> find(String userId) {
        return table.get(MEMBER.key(userId), Holder.class);
    }

    @Override
    public void keep(Member member) {
        Change change = write(member);
        String name = member.membershipName();
        table.commit(name == null ? change : change.put(Row.of(NAME.key(folded(name)), new Named(member.userId()))));
    }

    @Override
    public Optional<String> named(String membershipName) {
        return table.get(NAME.key(folded(membershipName)), Named.class).map(Named::userId);
    }

    @Override
    public void erase(String userId) {
        table.retrying(() -> {
            switch (find(userId).orElseGet(() -> Member.unknown(userId))) {
                case ErasedMember _ -> {}
                case Member member -> {
                    Change change = write(member.erased())
                            .delete(PREFERENCES.key(userId))
                            .delete(EMAIL_CHANGE.key(userId))
                            .delete(PHONE.key(userId))
                            .delete(DELETION.key(userId))
                            .delete(EXPORT.key(userId))
                            .raise(userId, clock.millis(), new AccountDeleted(userId));
                    String name = member.membershipName();
                    table.commit(name == null ? change : change.delete(NAME.key(folded(name))));
                }
            }
            return userId;
        });
    }

    @Override
    public void announce(String subject, Object fact) {
        table.commit(Change.none().raise(subject, clock.millis(), fact));
    }

    private static Change write(Holder holder) {
        Row row = Row.of(MEMBER.key(holder.userId()), holder);
        return holder.version() == 1 ? Change.none().create(row) : Change.none().replace(row, holder.version() - 1);
    }

    private static String folded(String membershipName) {
        return membershipName.toLowerCase(Locale.ROOT);
    }
}
