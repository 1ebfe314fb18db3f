package org.tctf.builtinidentity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tctf.identity.ServiceKey;
import org.tctf.identity.ServiceKeys;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ServiceTable;

/** The service keys in one partition of the provider's table: there are few, and who proves them may read just that. */
final class StoredServiceKeys implements ServiceKeys {
    private static final int HINT = 4;

    private final ServiceTable table;
    private final KnownServiceKeys known;
    private final SecureRandom random;
    private final InstantSource clock;

    StoredServiceKeys(ServiceTable table, KnownServiceKeys known, SecureRandom random, InstantSource clock) {
        this.table = table;
        this.known = known;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Optional<String> create(String id, String accountId, String name, Set<String> scopes, Instant expiresAt) {
        if (rows().count() >= MAX) {
            return Optional.empty();
        }
        String key = KeyText.fresh(random);
        table.commit(Change.none()
                .create(row(key, id, accountId, name, scopes, expiresAt).row()));
        return Optional.of(key);
    }

    @Override
    public Optional<String> rotate(String id, String newId, Duration overlap, Instant expiresAt) {
        return table.retrying(() -> row(id).map(old -> {
            String key = KeyText.fresh(random);
            KeyRow next = row(key, newId, old.accountId(), old.name(), old.scopes(), expiresAt);
            KeyRow ending = old.until(clock.instant().plus(overlap));
            table.commit(Change.none().create(next.row()).replace(ending.row(), old.version()));
            known.forget(old.hash());
            return key;
        }));
    }

    @Override
    public boolean revoke(String id) {
        return table.retrying(() -> row(id).map(row -> {
                    table.commit(Change.none()
                            .delete(ProviderTable.SERVICE_KEY.key(row.hash()), Condition.version(row.version()))
                            .delete(ProviderTable.SERVICE_KEY_USE.key(id)));
                    known.forget(row.hash());
                    return true;
                })
                .orElse(false));
    }

    @Override
    public Optional<ServiceKey> find(String id) {
        return row(id).map(this::withUse);
    }

    @Override
    public List<ServiceKey> living() {
        return rows().sorted(Comparator.comparing(KeyRow::createdAt).reversed())
                .map(this::withUse)
                .toList();
    }

    private ServiceKey withUse(KeyRow row) {
        return row.key(table.get(ProviderTable.SERVICE_KEY_USE.key(row.id()), KeyRow.Use.class)
                .map(KeyRow.Use::on)
                .orElse(null));
    }

    private Optional<KeyRow> row(String id) {
        return rows().filter(row -> row.id().equals(id)).findFirst();
    }

    private Stream<KeyRow> rows() {
        Instant now = clock.instant();
        return table.list(ProviderTable.SERVICE_KEY.query(), KeyRow.class).stream()
                .filter(row -> row.isLivingAt(now));
    }

    private KeyRow row(String key, String id, String accountId, String name, Set<String> scopes, Instant expiresAt) {
        return new KeyRow(
                id,
                Hashes.sha256(key),
                accountId,
                name,
                key.substring(key.length() - HINT),
                scopes,
                clock.instant(),
                expiresAt,
                1);
    }
}
