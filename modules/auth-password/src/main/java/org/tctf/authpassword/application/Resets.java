package org.tctf.authpassword.application;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.tctf.authpassword.domain.RequestedReset;
import org.tctf.authpassword.domain.Reset;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;

/** Port: the resets under way. */
public interface Resets {

    /** The last reset that was asked for with an address, in the last hour. */
    Optional<Instant> lastRequestedWith(EmailAddress email);

    /** The id of the reset that was asked for last with an address, in the last hour. */
    Optional<String> newestOf(EmailAddress email);

    /**
     * Keeps a new one.
     *
     * @param last what {@link #lastRequestedWith} said of its address
     * @return false when another was asked for since then
     */
    boolean add(Decision<RequestedReset> requested, Optional<Instant> last);

    /** @throws org.tctf.kernel.Problem {@code RESET_NOT_FOUND} */
    Reset find(String resetId);

    /**
     * Lets a reset decide on its newest state.
     *
     * @throws org.tctf.kernel.Problem {@code RESET_NOT_FOUND}
     */
    Reset decide(String resetId, Function<Reset, Decision<? extends Reset>> decision);
}
