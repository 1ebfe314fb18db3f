package org.tctf.authcore.application;

import java.util.Optional;
import java.util.function.Function;
import org.tctf.authcore.domain.Applicant;
import org.tctf.authcore.domain.PendingSignUp;
import org.tctf.authcore.domain.SignUp;
import org.tctf.authcore.domain.VouchedSignUp;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;

/**
 * Port: the sign-ups, and the membership names they hold. A name is held for a sign-up's day, and for good from the
 * moment the sign-up is accepted; the same address may take over what its own pending sign-up holds.
 */
public interface SignUps {

    /** Whether somebody else holds the applicant's membership name. */
    boolean isNameTaken(Applicant applicant);

    /**
     * Keeps a new sign-up, with its name and facts.
     *
     * @return false when somebody else was given the name meanwhile; then nothing is kept
     */
    boolean add(Decision<PendingSignUp> started);

    /**
     * Keeps a sign-up that somebody vouched for, with its name for good; it is brought to its end even if this process
     * dies now.
     *
     * @return false when somebody else holds the name; then nothing is kept
     */
    boolean add(VouchedSignUp vouched);

    /** A sign-up, if it is still kept. */
    Optional<SignUp> find(String signUpId);

    /** The newest sign-up of an address, if it is still kept. */
    Optional<String> newestOf(EmailAddress email);

    /**
     * Reads, decides and commits as one; where somebody else was faster, it reads and decides again. An accepted sign-up
     * is brought to its end even if this process dies now.
     *
     * @return the state that is kept now
     * @throws org.tctf.kernel.Problem {@code SIGNUP_NOT_FOUND}; whatever the decision throws
     */
    SignUp decide(String signUpId, Function<SignUp, Decision<? extends SignUp>> decision);

    /** Frees the name that an account holds for good, if it does. */
    void release(String accountId);
}
