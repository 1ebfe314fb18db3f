package org.tctf.authcore;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tctf.authcore.application.SignUps;
import org.tctf.authcore.domain.Applicant;
import org.tctf.authcore.domain.PendingSignUp;
import org.tctf.authcore.domain.SignUp;
import org.tctf.identity.Accounts;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.Passwords;
import org.tctf.identity.Sessions;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;

/**
 * Cuts the power once, before or after the n-th write to either store; afterwards everything works again, as after a
 * restart.
 */
final class Fuse {

    /** The process is gone: nobody may catch it, and what was written stays written. */
    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private int momentsLeft;

    /** @param moment 0 = before the first write, 1 = after it, 2 = before the second … */
    Fuse(int moment) {
        momentsLeft = moment;
    }

    /** Whether the power was cut. */
    boolean isBlown() {
        return momentsLeft < 0;
    }

    IdentityProvider around(IdentityProvider provider) {
        return new IdentityProvider() {
            @Override
            public Accounts accounts() {
                return around(provider.accounts());
            }

            @Override
            public Passwords passwords() {
                return provider.passwords();
            }

            @Override
            public Sessions sessions() {
                return provider.sessions();
            }

            @Override
            public String publicKeys() {
                return provider.publicKeys();
            }
        };
    }

    private Accounts around(Accounts accounts) {
        return new Accounts() {
            @Override
            public Registration register(EmailAddress email, Password password) {
                return write(() -> accounts.register(email, password));
            }

            @Override
            public Confirmation confirm(String accountId) {
                return write(() -> accounts.confirm(accountId));
            }

            @Override
            public void enable(String accountId) {
                accounts.enable(accountId);
            }

            @Override
            public void disable(String accountId) {
                accounts.disable(accountId);
            }
        };
    }

    SignUps around(SignUps signUps) {
        return new SignUps() {
            @Override
            public boolean isNameTaken(Applicant applicant) {
                return signUps.isNameTaken(applicant);
            }

            @Override
            public boolean add(Decision<PendingSignUp> started) {
                return write(() -> signUps.add(started));
            }

            @Override
            public Optional<String> newestOf(EmailAddress email) {
                return signUps.newestOf(email);
            }

            @Override
            public SignUp decide(String signUpId, Function<SignUp, Decision<? extends SignUp>> decision) {
                SignUp kept = signUps.decide(signUpId, signUp -> {
                    Decision<? extends SignUp> decided = decision.apply(signUp);
                    pass();
                    return decided;
                });
                pass();
                return kept;
            }
        };
    }

    private <T> T write(Supplier<T> write) {
        pass();
        T result = write.get();
        pass();
        return result;
    }

    private void pass() {
        if (momentsLeft-- == 0) {
            throw new PowerCut();
        }
    }
}
