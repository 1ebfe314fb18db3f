package org.tctf.builtinidentity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tctf.identity.Accounts;
import org.tctf.identity.ExternalIdentities.Link;
import org.tctf.identity.ForeignHash;
import org.tctf.identity.Password;
import org.tctf.identity.Passwords.Replacement;
import org.tctf.identity.ProvedIdentity;
import org.tctf.identity.Role;
import org.tctf.identity.Standing;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Ids;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/** The accounts in the provider's table. The address's row decides between all who race for it. */
final class StoredAccounts implements Accounts {

    /** Stands where a real account has its address, in what is written for show. */
    private static final EmailAddress NOBODYS = new EmailAddress("nobody@example.invalid");

    private record Kept(String hash, String pastHash) {}

    private enum Sessions {
        GO_ON,
        END,
        /** Not even those that are over are remembered. */
        FORGOTTEN
    }

    private final ServiceTable table;
    private final PasswordKeeper keeper;
    private final PasswordHistory history;
    private final Turnstile turnstile;
    private final StoredSessions sessions;
    private final StoredIdentities identities;
    private final EndedSessions ended;
    private final InstantSource clock;
    private final Ids ids;

    StoredAccounts(
            ServiceTable table,
            PasswordKeeper keeper,
            PasswordHistory history,
            Turnstile turnstile,
            StoredSessions sessions,
            StoredIdentities identities,
            EndedSessions ended,
            InstantSource clock,
            Ids ids) {
        this.table = table;
        this.keeper = keeper;
        this.history = history;
        this.turnstile = turnstile;
        this.sessions = sessions;
        this.identities = identities;
        this.ended = ended;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Registration register(EmailAddress email, Password password) {
        String id = ids.next().toString();
        Kept kept = turnstile.pass(() -> {
            String hash = keeper.keep(id, password);
            return new Kept(hash, history.hash(hash, password));
        });
        return table.retrying(() -> {
            Optional<AddressRow> address = table.get(ProviderTable.ADDRESS.key(email), AddressRow.class);
            return address.filter(AddressRow::confirmed)
                    .map(taken -> turnAway(taken, kept))
                    .orElseGet(() -> add(
                            AccountRow.unconfirmed(id, email, kept.hash(), kept.pastHash(), clock.instant()),
                            address.map(AddressRow::accountId),
                            Change.none()));
        });
    }

    /** Writes what {@link #add} writes, under the same conditions, durably, so that the time taken tells nothing. */
    private Registration turnAway(AddressRow taken, Kept kept) {
        Instant now = clock.instant();
        String nobody = ids.next().toString();
        AccountRow account = AccountRow.unconfirmed(nobody, NOBODYS, kept.hash(), kept.pastHash(), now);
        table.commit(Change.none()
                .create(decoy(account).expires(now))
                .put(decoy(new AddressRow(nobody, false)).expires(now), AddressRow.stillHas(Optional.empty())));
        return new Registration.AddressTaken(taken.accountId());
    }

    private Row decoy(Object content) {
        return Row.of(ProviderTable.DECOY.key(ids.next()), content);
    }

    private Registration add(AccountRow account, Optional<String> replaced, Change with) {
        Change change = with.create(account.row(clock.instant()))
                .put(account.addressRow(clock.instant()), AddressRow.stillHas(replaced));
        table.commit(replaced.map(old -> change.delete(ProviderTable.ACCOUNT.key(old)))
                .orElse(change));
        return new Registration.Registered(account.id());
    }

    @Override
    public Registration admit(String accountId, EmailAddress email, ProvedIdentity proved) {
        Link link = new Link(proved.identity(), proved.email(), clock.instant());
        return addConfirmed(
                AccountRow.admitted(accountId, email, link),
                StoredIdentities.claim(proved.identity(), accountId),
                () -> identities.accountOf(proved.identity()));
    }

    @Override
    public Registration adopt(String accountId, EmailAddress email, ForeignHash hash) {
        return addConfirmed(
                AccountRow.adopted(accountId, email, MigratingKeeper.foreign(hash), clock.instant()),
                Change.none(),
                Optional::empty);
    }

    /** @param otherwise whose it is although the address is free */
    private Registration addConfirmed(AccountRow account, Change with, Supplier<Optional<String>> otherwise) {
        return table.retrying(() -> {
            Optional<AddressRow> address = table.get(ProviderTable.ADDRESS.key(account.email()), AddressRow.class);
            Optional<String> taken = address.filter(AddressRow::confirmed)
                    .map(AddressRow::accountId)
                    .or(otherwise);
            return taken.<Registration>map(id -> id.equals(account.id())
                            ? new Registration.Registered(id)
                            : new Registration.AddressTaken(id))
                    .orElseGet(() -> add(account, address.map(AddressRow::accountId), with));
        });
    }

    @Override
    public Confirmation confirm(String accountId) {
        return table.retrying(() -> row(accountId)
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
    public Outcome enable(String accountId) {
        return change(accountId, account -> account.withEnabled(true), Sessions.GO_ON);
    }

    @Override
    public Outcome disable(String accountId) {
        return change(accountId, account -> account.withEnabled(false), Sessions.END);
    }

    @Override
    public Outcome activate(String accountId) {
        return change(accountId, account -> account.withActive(true), Sessions.GO_ON);
    }

    @Override
    public Outcome deactivate(String accountId) {
        return change(accountId, account -> account.withActive(false), Sessions.END);
    }

    @Override
    public Outcome grant(String accountId, Role role) {
        return change(accountId, account -> account.withRole(role), Sessions.GO_ON);
    }

    @Override
    public Outcome revoke(String accountId, Role role) {
        if (role == Role.MEMBER) {
            throw new IllegalArgumentException("everybody with an account is a MEMBER; disable the account instead");
        }
        return change(accountId, account -> account.withoutRole(role), Sessions.END);
    }

    @Override
    public boolean hasAdmin() {
        return Admins.isThereOne(table);
    }

    @Override
    public boolean appointFirstAdmin(String accountId) {
        return table.retrying(() -> row(accountId)
                .filter(account -> account.standing().maySignIn())
                .map(before -> before.isAbleAdmin()
                        || Admins.first(table, accountId)
                                .map(admins -> {
                                    AccountRow after = before.withRole(Role.ADMIN);
                                    table.commit(admins.replace(after.row(clock.instant()), before.version()));
                                    return true;
                                })
                                .orElse(false))
                .orElse(false));
    }

    @Override
    public boolean isLastAdmin(String accountId) {
        return row(accountId)
                .filter(account -> Admins.after(table, account, false).isEmpty())
                .isPresent();
    }

    @Override
    public Move move(String accountId, EmailAddress to) {
        return table.retrying(() -> {
            Optional<AccountRow> found = row(accountId);
            if (found.isEmpty()) {
                return new Move.NoSuchAccount();
            }
            AccountRow before = found.get();
            if (before.email().equals(to)) {
                return new Move.Moved(to);
            }
            Optional<AddressRow> address = table.get(ProviderTable.ADDRESS.key(to), AddressRow.class);
            if (address.filter(AddressRow::confirmed).isPresent()) {
                return new Move.AddressTaken();
            }
            table.commit(moved(before, to, address.map(AddressRow::accountId)));
            return new Move.Moved(before.email());
        });
    }

    /** Whoever has registered the address without confirming it has to go, as with {@link #register}. */
    private Change moved(AccountRow before, EmailAddress to, Optional<String> replaced) {
        AccountRow after = before.withEmail(to);
        Change change = Change.none()
                .replace(after.row(clock.instant()), before.version())
                .delete(ProviderTable.ADDRESS.key(before.email()), AddressRow.has(before.id()))
                .delete(ProviderTable.ATTEMPTS.key(before.email()))
                .delete(ProviderTable.KNOWN_CLIENTS.key(before.email()))
                .put(after.addressRow(clock.instant()), AddressRow.stillHas(replaced));
        return replaced.map(old -> change.delete(ProviderTable.ACCOUNT.key(old)))
                .orElse(change);
    }

    @Override
    public Outcome erase(String accountId) {
        keeper.forget(accountId);
        return write(accountId, before -> Optional.of(erased(before)), row -> false, Sessions.FORGOTTEN);
    }

    private static Change erased(AccountRow account) {
        Change change = Change.none()
                .delete(ProviderTable.ACCOUNT.key(account.id()), Condition.version(account.version()))
                .delete(ProviderTable.ADDRESS.key(account.email()), AddressRow.has(account.id()))
                .delete(ProviderTable.ATTEMPTS.key(account.email()))
                .delete(ProviderTable.KNOWN_CLIENTS.key(account.email()))
                .delete(ProviderTable.DEVICES.key(account.id()));
        for (Link link : account.links()) {
            change = change.delete(StoredIdentities.key(link.identity()));
        }
        return change;
    }

    /** Nothing is written when nothing changes. */
    private Outcome change(String accountId, UnaryOperator<AccountRow> how, Sessions what) {
        return write(
                accountId,
                before -> {
                    AccountRow after = how.apply(before);
                    return after.standing().equals(before.standing())
                            ? Optional.empty()
                            : Optional.of(Change.none().replace(after.row(clock.instant()), before.version()));
                },
                before -> how.apply(before).isAbleAdmin(),
                what);
    }

    private Outcome write(
            String accountId,
            Function<AccountRow, Optional<Change>> how,
            Predicate<AccountRow> isAdminAfterwards,
            Sessions what) {
        List<String> gone = new ArrayList<>();
        Outcome outcome = table.retrying(() -> {
            gone.clear();
            Optional<AccountRow> found = row(accountId);
            if (found.isEmpty()) {
                return Outcome.NO_SUCH_ACCOUNT;
            }
            AccountRow before = found.get();
            Optional<Change> change = how.apply(before);
            if (change.isEmpty()) {
                return Outcome.DONE;
            }
            Optional<Change> admins = Admins.after(table, before, isAdminAfterwards.test(before));
            if (admins.isEmpty()) {
                return Outcome.LAST_ADMIN;
            }
            Change all = change.get().and(admins.get());
            gone.addAll(
                    what == Sessions.FORGOTTEN
                            ? sessions.forget(accountId, all)
                            : sessions.end(accountId, session -> what == Sessions.END, all));
            return Outcome.DONE;
        });
        ended.remember(gone);
        return outcome;
    }

    /** @param ends which sessions end with the old password */
    Replacement replacePassword(String accountId, String hash, String pastHash, Predicate<SessionList.Entry> ends) {
        Replacement replacement = table.retrying(() -> row(accountId)
                .<Replacement>map(before -> {
                    Change change = Change.none()
                            .replace(
                                    before.withPassword(hash, pastHash, clock.instant())
                                            .row(clock.instant()),
                                    before.version())
                            .delete(ProviderTable.ATTEMPTS.key(before.email()));
                    return new Replacement.Replaced(sessions.end(accountId, ends, change));
                })
                .orElseGet(Replacement.NoSuchAccount::new));
        if (replacement instanceof Replacement.Replaced(var gone)) {
            ended.remember(gone);
        }
        return replacement;
    }

    /** For changes on which no admin's ability depends. */
    void change(String accountId, UnaryOperator<AccountRow> how) {
        table.retrying(() -> {
            Optional<AccountRow> account = row(accountId);
            account.ifPresent(before ->
                    table.commit(Change.none().replace(how.apply(before).row(clock.instant()), before.version())));
            return account;
        });
    }

    @Override
    public Optional<Standing> find(String accountId) {
        return row(accountId).map(AccountRow::standing);
    }

    @Override
    public Optional<Standing> find(EmailAddress email) {
        return row(email).map(AccountRow::standing);
    }

    Optional<AccountRow> row(String accountId) {
        return table.get(ProviderTable.ACCOUNT.key(accountId), AccountRow.class);
    }

    /** Reads as often for an address without an account as for one with. */
    Optional<AccountRow> row(EmailAddress email) {
        String id = table.get(ProviderTable.ADDRESS.key(email), AddressRow.class)
                .map(AddressRow::accountId)
                .orElse("nobody");
        return row(id);
    }
}
