package org.tctf.builtinidentity;

import java.time.Duration;
import org.tctf.identity.Password;
import org.tctf.kernel.Problem;

/**
 * Keeps passwords and compares them. What it gives back is kept in the account's row and handed in again; whether that
 * is a hash, or says that the password lies elsewhere, is its own affair.
 *
 * <p>Faults are exceptions: a password that could not be compared is neither right nor wrong, and not counted.
 */
public interface PasswordKeeper {

    /** Says that there is too much to do at the moment. */
    static Problem busy() {
        return Problem.of(
                        Problem.Kind.UNAVAILABLE,
                        "SIGN_IN_BUSY",
                        "Too many are signing in or up at this moment; try again in a few seconds.")
                .retryAfter(Duration.ofSeconds(10));
    }

    /** Takes the first password of an account that is about to be made, and in the end perhaps is not. */
    String keep(String accountId, Password password);

    /** Takes another password of an account that is there. The one before is void at once. */
    String replace(String accountId, Password password);

    /** The account is about to be forgotten. */
    default void forget(String accountId) {}

    /** Stands for a password where there is no account: nobody has it, and comparing costs as much. */
    String nobodys();

    /**
     * Compares, in a time that tells nothing.
     *
     * @param accountId also that of no account
     * @param kept what this keeper gave back for the account, or {@link #nobodys()}
     */
    boolean matches(String accountId, String kept, Password password);

    /** Whether it would be kept otherwise today; then it is replaced at the next sign-in. */
    boolean isOutdated(String kept);
}
