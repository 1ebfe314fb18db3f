package org.tctf.authoauth.application.provider;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.kernel.Decision;

/** Port: the applications. */
public interface Clients {

    Optional<Client> find(String clientId);

    /** A member's, oldest first. */
    List<Client> of(String ownerId);

    void add(Decision<Client> registered);

    /**
     * Reads, decides and commits as one.
     *
     * @throws org.tctf.kernel.Problem {@code CLIENT_NOT_FOUND}; whatever the decision throws
     */
    Client decide(String clientId, Function<Client, Decision<Client>> decision);

    /** Its codes and tokens are worth nothing from now on. */
    void remove(Client client);
}
