package org.tctf.authoauth.application.provider;

import java.util.List;
import java.util.function.Function;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.RegistrationLeave;
import org.tctf.kernel.Decision;

/** Port: by whose leave applications register themselves. */
public interface RegistrationLeaves {

    /** @return the token that stands for it; only its hash is kept */
    String give(Decision<RegistrationLeave> leave);

    /** Those that are kept, also those that are used up, oldest first. */
    List<RegistrationLeave> all();

    /**
     * Registers an application and uses the leave, as one; where somebody else was faster, it decides again.
     *
     * @throws org.tctf.authoauth.domain.provider.Refusal {@code invalid_token} when there is no such leave, or it is over
     *     or used up; whatever the decision throws
     */
    Client use(String token, Function<RegistrationLeave, Decision<Client>> decision);

    /** @return false when there is no such leave */
    boolean take(String id);
}
