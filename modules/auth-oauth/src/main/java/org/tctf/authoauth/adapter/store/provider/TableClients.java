package org.tctf.authoauth.adapter.store.provider;

import static org.tctf.authoauth.AuthOauthService.CLIENT;
import static org.tctf.authoauth.AuthOauthService.OWN_CLIENTS;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.application.provider.Clients;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** An application, and a pointer to it from its owner. */
@Singleton
public class TableClients implements Clients {

    record Owned(String clientId) {}

    private final ServiceTable table;

    public TableClients(ServiceTables tables) {
        table = tables.of(AuthOauthService.DEFINITION);
    }

    @Override
    public Optional<Client> find(String clientId) {
        return table.get(CLIENT.key(clientId), Client.class);
    }

    @Override
    public List<Client> of(String ownerId) {
        List<Key> keys = table.list(OWN_CLIENTS.query(ownerId), Owned.class).stream()
                .map(owned -> CLIENT.key(owned.clientId()))
                .toList();
        // Ids are in the order of their time.
        return table.getAll(keys, Client.class).stream()
                .sorted(Comparator.comparing(Client::id))
                .toList();
    }

    @Override
    public void add(Decision<Client> registered) {
        table.commit(added(registered));
    }

    /** The change that adds one; part of a transaction where it takes somebody's leave. */
    static Change added(Decision<Client> registered) {
        Client client = registered.state();
        return Change.none()
                .create(Row.of(CLIENT.key(client.id()), client))
                .create(Row.of(OWN_CLIENTS.key(client.ownerId(), client.id()), new Owned(client.id())))
                .raiseAll(client.id(), client.version(), registered.facts());
    }

    @Override
    public Client decide(String clientId, Function<Client, Decision<Client>> decision) {
        return table.retrying(() -> {
            Client before = find(clientId)
                    .orElseThrow(() -> Problem.notFound("CLIENT_NOT_FOUND", "The application is no longer there."));
            Decision<Client> decided = decision.apply(before);
            table.commit(Change.none()
                    .replace(Row.of(CLIENT.key(clientId), decided.state()), before.version())
                    .raiseAll(clientId, decided.state().version(), decided.facts()));
            return decided.state();
        });
    }

    @Override
    public void remove(Client client) {
        table.commit(
                Change.none().delete(CLIENT.key(client.id())).delete(OWN_CLIENTS.key(client.ownerId(), client.id())));
    }
}
