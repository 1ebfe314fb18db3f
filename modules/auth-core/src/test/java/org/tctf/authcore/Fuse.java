package org.tctf.authcore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tctf.authcore.application.SignUps;
import org.tctf.authcore.domain.Applicant;
import org.tctf.authcore.domain.PendingSignUp;
import org.tctf.authcore.domain.SignUp;
import org.tctf.authcore.domain.VouchedSignUp;
import org.tctf.identity.Accounts;
import org.tctf.identity.IdentityProvider;
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

    /** What registers, admits and confirms accounts are the writes of a sign-up. */
    IdentityProvider around(IdentityProvider provider) {
        Accounts accounts = with(Accounts.class, provider.accounts(), (method, call) -> switch (method) {
            case "register", "admit", "adopt", "confirm" -> write(call);
            default -> call.get();
        });
        return with(
                IdentityProvider.class, provider, (method, call) -> method.equals("accounts") ? accounts : call.get());
    }

    private static <T> T with(Class<T> port, T twin, BiFunction<String, Supplier<Object>, Object> how) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (_, method, arguments) -> how.apply(method.getName(), () -> invoke(method, twin, arguments))));
    }

    private static Object invoke(Method method, Object twin, Object[] arguments) {
        try {
            return method.invoke(twin, arguments);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(failed);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
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
            public boolean add(VouchedSignUp vouched) {
                return write(() -> signUps.add(vouched));
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

            @Override
            public void release(String accountId) {
                signUps.release(accountId);
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
