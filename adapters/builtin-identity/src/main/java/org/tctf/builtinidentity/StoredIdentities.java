package org.tctf.builtinidentity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tctf.identity.ExternalIdentities;
import org.tctf.identity.ExternalIdentity;
import org.tctf.identity.ProvedIdentity;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.crypto.RandomSecrets;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/** Identities elsewhere: each claimed by a row of its own, and listed in its account's row, in one transaction. */
final class StoredIdentities implements ExternalIdentities {

    record Claim(String accountId) {}

    record Ticket(ProvedIdentity proved, Instant until) {}

    private final ServiceTable table;
    private final RandomSecrets secrets;
    private final InstantSource clock;

    StoredIdentities(ServiceTable table, RandomSecrets secrets, InstantSource clock) {
        this.table = table;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** By its hash: a subject may have any characters. */
    static Key key(ExternalIdentity identity) {
        return ProviderTable.IDENTITY.key(Hashes.sha256(identity.issuer() + "\n" + identity.subject()));
    }

    static Change claim(ExternalIdentity identity, String accountId) {
        return Change.none().create(Row.of(key(identity), new Claim(accountId)));
    }

    @Override
    public Optional<String> accountOf(ExternalIdentity identity) {
        return table.get(key(identity), Claim.class).map(Claim::accountId);
    }

    @Override
    public List<Link> of(String accountId) {
        return account(accountId).map(AccountRow::links).orElse(List.of());
    }

    @Override
    public Linking link(String accountId, ProvedIdentity proved) {
        return table.retrying(() -> {
            Optional<AccountRow> found = account(accountId);
            if (found.isEmpty()) {
                return Linking.NO_SUCH_ACCOUNT;
            }
            AccountRow before = found.get();
            if (before.isLinkedTo(proved.identity())) {
                return Linking.LINKED;
            }
            if (accountOf(proved.identity()).isPresent()) {
                return Linking.TAKEN;
            }
            if (before.links().size() >= MAX) {
                return Linking.TOO_MANY;
            }
            AccountRow after = before.withLink(new Link(proved.identity(), proved.email(), clock.instant()));
            table.commit(claim(proved.identity(), accountId).replace(after.row(clock.instant()), before.version()));
            return Linking.LINKED;
        });
    }

    @Override
    public Unlinking unlink(String accountId, ExternalIdentity identity) {
        return table.retrying(() -> {
            AccountRow before =
                    account(accountId).filter(row -> row.isLinkedTo(identity)).orElse(null);
            if (before == null) {
                return Unlinking.NOT_LINKED;
            }
            if (before.passwordHash() == null && before.links().size() == 1) {
                return Unlinking.LAST_WAY_IN;
            }
            table.commit(Change.none()
                    .delete(key(identity))
                    .replace(before.withoutLink(identity).row(clock.instant()), before.version()));
            return Unlinking.UNLINKED;
        });
    }

    @Override
    public String remember(ProvedIdentity identity) {
        String ticket = secrets.next();
        Instant until = clock.instant().plus(TICKET_LIFE);
        table.commit(Change.none()
                .put(Row.of(ticketKey(ticket), new Ticket(identity, until)).expires(until)));
        return ticket;
    }

    @Override
    public Optional<ProvedIdentity> proved(String ticket) {
        return table.get(ticketKey(ticket), Ticket.class)
                .filter(kept -> clock.instant().isBefore(kept.until()))
                .map(Ticket::proved)
                .filter(Predicate.not(proved -> accountOf(proved.identity()).isPresent()));
    }

    private Optional<AccountRow> account(String accountId) {
        return table.get(ProviderTable.ACCOUNT.key(accountId), AccountRow.class);
    }

    private static Key ticketKey(String ticket) {
        return ProviderTable.TICKET.key(Hashes.sha256(ticket));
    }
}
