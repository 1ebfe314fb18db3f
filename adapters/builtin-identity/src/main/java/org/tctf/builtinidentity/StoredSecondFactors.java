package org.tctf.builtinidentity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tctf.builtinidentity.DeviceList.Entry;
import org.tctf.identity.SecondFactors;
import org.tctf.kernel.Ids;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.crypto.RandomSecrets;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/** Whether an account needs a second factor is in its own row, on whose version every session is opened. */
final class StoredSecondFactors implements SecondFactors {
    private final ServiceTable table;
    private final StoredAccounts accounts;
    private final RandomSecrets secrets;
    private final InstantSource clock;
    private final Ids ids;

    StoredSecondFactors(
            ServiceTable table, StoredAccounts accounts, RandomSecrets secrets, InstantSource clock, Ids ids) {
        this.table = table;
        this.accounts = accounts;
        this.secrets = secrets;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void require(String accountId) {
        accounts.change(accountId, account -> account.withSecondFactor(true));
    }

    @Override
    public void lift(String accountId) {
        accounts.change(accountId, account -> account.withSecondFactor(false));
        distrustAll(accountId);
    }

    @Override
    public String trust(String accountId, String name) {
        String secret = secrets.next();
        Instant now = clock.instant();
        TrustedDevice device = new TrustedDevice(ids.next().toString(), name, now, now.plus(TRUST));
        change(accountId, list -> list.with(new Entry(Hashes.sha256(secret), device), now));
        return secret;
    }

    @Override
    public List<TrustedDevice> devices(String accountId) {
        return list(accountId).livingAt(clock.instant()).map(Entry::device).toList();
    }

    @Override
    public boolean distrust(String accountId, String deviceId) {
        return change(
                accountId, list -> list.without(entry -> entry.device().id().equals(deviceId)));
    }

    @Override
    public void distrustAll(String accountId) {
        change(accountId, list -> list.without(entry -> true));
    }

    boolean trusts(String accountId, String secret) {
        return list(accountId).trusts(Hashes.sha256(secret), clock.instant());
    }

    /** @return whether a device came or went */
    private boolean change(String accountId, UnaryOperator<DeviceList> how) {
        return table.retrying(() -> {
            DeviceList before = list(accountId);
            DeviceList after = how.apply(before);
            if (after.entries().equals(before.entries())) {
                return false;
            }
            Row row = Row.of(ProviderTable.DEVICES.key(accountId), after);
            table.commit(
                    before.version() == 0
                            ? Change.none().create(row)
                            : Change.none().replace(row, before.version()));
            return true;
        });
    }

    private DeviceList list(String accountId) {
        return table.get(ProviderTable.DEVICES.key(accountId), DeviceList.class).orElse(DeviceList.EMPTY);
    }
}
