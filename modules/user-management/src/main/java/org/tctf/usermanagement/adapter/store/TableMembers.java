package org.tctf.usermanagement.adapter.store;

import static org.tctf.usermanagement.UserManagementService.CARD;
import static org.tctf.usermanagement.UserManagementService.HANDLE;
import static org.tctf.usermanagement.UserManagementService.MEMBER;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.usermanagement.UserManagementService;
import org.tctf.usermanagement.application.Members;
import org.tctf.usermanagement.domain.Card;
import org.tctf.usermanagement.domain.ErasedMember;
import org.tctf.usermanagement.domain.Member;
import org.tctf.usermanagement.domain.MemberRecord;
import org.tctf.usermanagement.domain.MembershipName;

/**
 * A member is three items: the record itself; the card that lists show, with its index keys; the claim on the name. The
 * card is apart so that the usual edit, of something no list shows, writes one small item and touches no index.
 */
@Singleton
public class TableMembers implements Members {
    private final ServiceTable table;

    public TableMembers(ServiceTables tables) {
        table = tables.of(UserManagementService.DEFINITION);
    }

    @Override
    public Optional<MemberRecord> find(String memberId) {
        return table.get(MEMBER.key(memberId), MemberRecord.class);
    }

    @Override
    public MemberRecord decide(String memberId, Function<Optional<MemberRecord>, Decision<MemberRecord>> decision) {
        return table.retrying(() -> {
            Optional<MemberRecord> before = find(memberId);
            Decision<MemberRecord> decided = decision.apply(before);
            if (!before.equals(Optional.of(decided.state()))) {
                commit(before.orElse(null), decided);
            }
            return decided.state();
        });
    }

    private void commit(@Nullable MemberRecord before, Decision<MemberRecord> decided) {
        MemberRecord after = decided.state();
        Row row = Row.of(MEMBER.key(after.memberId()), after);
        Change change =
                before == null ? Change.none().create(row) : Change.none().replace(row, before.version());
        try {
            table.commit(
                    change.and(listing(before, after)).raiseAll(after.memberId(), after.version(), decided.facts()));
        } catch (ConditionFailed lost) {
            throw after instanceof Member member
                            && lost.key()
                                    .equals(HANDLE.key(member.membershipName().handle()))
                    ? taken(member.membershipName())
                    : lost;
        }
    }

    private static Change listing(@Nullable MemberRecord before, MemberRecord after) {
        Member was = before instanceof Member member ? member : null;
        return switch (after) {
            case Member is
            when was == null ->
                Change.none()
                        .put(CardRows.of(Card.of(is)))
                        .create(Row.of(HANDLE.key(is.membershipName().handle()), new HandleClaim(is.memberId())));
            case Member is when Card.of(is).equals(Card.of(was)) -> Change.none();
            case Member is -> Change.none().put(CardRows.of(Card.of(is)));
            case ErasedMember _ when was == null -> Change.none();
            case ErasedMember is ->
                Change.none()
                        .delete(CARD.key(is.memberId()))
                        .delete(HANDLE.key(was.membershipName().handle()));
        };
    }

    private static Problem taken(MembershipName name) {
        return Problem.conflict(
                "MEMBERSHIP_NAME_TAKEN",
                "%s is another member's name; settle with the sign-ups' owner which of them keeps it.".formatted(name));
    }
}
