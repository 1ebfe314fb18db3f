package org.tctf.authoauth.adapter.store.provider;

import static org.tctf.authoauth.AuthOauthService.REGISTRATION_LEAVE;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.application.provider.FreshSecrets;
import org.tctf.authoauth.application.provider.RegistrationLeaves;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.authoauth.domain.provider.RegistrationLeave;
import org.tctf.kernel.Decision;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Leaves in one partition, since there are few, by the hashes of their tokens. */
@Singleton
public class TableRegistrationLeaves implements RegistrationLeaves {

    /** @param hash of the token */
    record Kept(String hash, RegistrationLeave leave, long version) {}

    private final ServiceTable table;
    private final FreshSecrets secrets;
    private final InstantSource clock;

    public TableRegistrationLeaves(ServiceTables tables, FreshSecrets secrets, InstantSource clock) {
        table = tables.of(AuthOauthService.DEFINITION);
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public String give(Decision<RegistrationLeave> given) {
        String token = secrets.next();
        RegistrationLeave leave = given.state();
        table.commit(Change.none()
                .create(row(Hashes.sha256(token), leave))
                .raiseAll(leave.id(), leave.version(), given.facts()));
        return token;
    }

    @Override
    public List<RegistrationLeave> all() {
        // Ids are in the order of their time.
        return kept().stream()
                .map(Kept::leave)
                .sorted(Comparator.comparing(RegistrationLeave::id))
                .toList();
    }

    @Override
    public Client use(String token, Function<RegistrationLeave, Decision<Client>> decision) {
        String hash = Hashes.sha256(token);
        return table.retrying(() -> {
            RegistrationLeave leave = table.get(key(hash), Kept.class)
                    .map(Kept::leave)
                    .filter(found -> found.isGoodAt(clock.instant()))
                    .orElseThrow(() -> Refusal.of(
                            "invalid_token", "The initial access token is unknown, over or used up; ask for another."));
            Decision<Client> registered = decision.apply(leave);
            table.commit(TableClients.added(registered).replace(row(hash, leave.used()), leave.version()));
            return registered.state();
        });
    }

    @Override
    public boolean take(String id) {
        List<Kept> found =
                kept().stream().filter(one -> one.leave().id().equals(id)).toList();
        found.forEach(one -> table.commit(Change.none().delete(key(one.hash()))));
        return !found.isEmpty();
    }

    private List<Kept> kept() {
        return table.list(REGISTRATION_LEAVE.query(), Kept.class);
    }

    private static Row row(String hash, RegistrationLeave leave) {
        return Row.of(key(hash), new Kept(hash, leave, leave.version())).expires(leave.until());
    }

    private static Key key(String hash) {
        return REGISTRATION_LEAVE.key(hash);
    }
}
