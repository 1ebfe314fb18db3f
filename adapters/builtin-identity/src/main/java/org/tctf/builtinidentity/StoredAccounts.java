package org.tctf.builtinidentity;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tctf.identity.Accounts;
import org.tctf.identity.Password;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Ids;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/** The accounts in the provider's table. The address's row decides between all who race for it. */
final class StoredAccounts implements Accounts {

    record Decoy(String passwordHash) {}

    private final ServiceTable table;
    private final PasswordKeeper keeper;
    private final Turnstile turnstile;
    private final StoredSessions sessions;
    private final EndedSessions ended;
    private final InstantSource clock;
    private final Ids ids;

    StoredAccounts(
            ServiceTable table,
            PasswordKeeper keeper,
            Turnstile turnstile,
            StoredSessions sessions,
            EndedSessions ended,
            InstantSource clock,
            Ids ids) {
        this.table = table;
        this.keeper = keeper;
        this.turnstile = turnstile;
        this.sessions = sessions;
        this.ended = ended;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Registration register(EmailAddress email, Password password) {
        String id = ids.next().toString();
        String hash = turnstile.pass(() -> keeper.keep(id, password));
        return table.retrying(() -> {
            Optional<AddressRow> address = table.get(ProviderTable.ADDRESS.key(email), AddressRow.class);
            return address.filter(AddressRow::confirmed)
                    .map(taken -> turnAway(taken, hash))
                    .orElseGet(() -> add(AccountRow.unconfirmed(id, email, hash), address.map(AddressRow::accountId)));
        });
    }

    /** Writes as much as {@link #add} does, durably, so that the time taken tells nothing. */
    private Registration turnAway(AddressRow taken, String hash) {
        Key decoy = ProviderTable.DECOY.key(ids.next());
        table.commit(Change.none().put(Row.of(decoy, new Decoy(hash)).expires(clock.instant())));
        return new Registration.AddressTaken(taken.accountId());
    }

    private Registration add(AccountRow account, Optional<String> replaced) {
        Change change = Change.none()
                .create(account.row(clock.instant()))
                .put(account.addressRow(clock.instant()), AddressRow.stillHas(replaced));
        table.commit(replaced.map(old -> change.delete(ProviderTable.ACCOUNT.key(old)))
                .orElse(change));
        return new Registration.Registered(account.id());
    }

    @Override
    public Confirmation confirm(String accountId) {
        return table.retrying(() -> find(accountId)
                .filter(this::hasItsAddress)
                .map(account -> {
                    if (!account.confirmed()) {
                        AccountRow confirmed = account.asConfirmed();
                        table.commit(Change.none()
                                .replace(confirmed.row(clock.instant()), account.version())
                                .put(confirmed.addressRow(clock.instant()), AddressRow.has(accountId)));
                    }
                    return Confirmation.CONFIRMED;
                })
                .orElse(Confirmation.VOID));
    }

    private boolean hasItsAddress(AccountRow account) {
        return table.get(ProviderTable.ADDRESS.key(account.email()), AddressRow.class)
                .filter(address -> address.accountId().equals(account.id()))
                .isPresent();
    }

    @Override
    public void enable(String accountId) {
        change(accountId, account -> account.withEnabled(true));
    }

    @Override
    public void disable(String accountId) {
        ended.remember(table.retrying(() -> find(accountId)
                .map(account -> sessions.end(
                        account.id(),
                        session -> true,
                        Change.none().replace(account.withEnabled(false).row(clock.instant()), account.version())))
                .orElse(List.of())));
    }

    void change(String accountId, Function<AccountRow, AccountRow> how) {
        table.retrying(() -> {
            Optional<AccountRow> account = find(accountId);
            account.ifPresent(before ->
                    table.commit(Change.none().replace(how.apply(before).row(clock.instant()), before.version())));
            return account;
        });
    }

    Optional<AccountRow> find(String accountId) {
        return table.get(ProviderTable.ACCOUNT.key(accountId), AccountRow.class);
    }

    /** Reads as often for an address without an account as for one with. */
    Optional<AccountRow> find(EmailAddress email) {
        String id = table.get(ProviderTable.ADDRESS.key(email), AddressRow.class)
                .map(AddressRow::accountId)
                .orElse("nobody");
        return find(id);
    }
}
