package org.tctf.authmfa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.tctf.authmfa.application.Factors;
import org.tctf.authmfa.domain.Ruling;
import org.tctf.authmfa.domain.SecondFactor;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.SecondFactors;

/**
 * Cuts the power once, before or after the n-th write to either store; afterwards everything works again, as after a
 * restart.
 */
final class Fuse {

    /** The process is gone: nobody may catch it, and what was written stays written. */
    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private int momentsLeft = -1;

    /** @param moment 0 = before the next write, 1 = after it, 2 = before the one after that … */
    void arm(int moment) {
        momentsLeft = moment;
    }

    /** Whether the power was cut. */
    boolean isBlown() {
        return momentsLeft < 0;
    }

    /** What requires and lifts second factors are the writes of a setup. */
    IdentityProvider around(IdentityProvider provider) {
        SecondFactors secondFactors = SecondFactors.class.cast(Proxy.newProxyInstance(
                SecondFactors.class.getClassLoader(), new Class<?>[] {SecondFactors.class}, (_, method, arguments) -> {
                    boolean isWrite = method.getName().equals("require")
                            || method.getName().equals("lift");
                    if (isWrite) {
                        pass();
                    }
                    Object result = unwrapped(() -> method.invoke(provider.secondFactors(), arguments));
                    if (isWrite) {
                        pass();
                    }
                    return result;
                }));
        return IdentityProvider.class.cast(Proxy.newProxyInstance(
                IdentityProvider.class.getClassLoader(),
                new Class<?>[] {IdentityProvider.class},
                (_, method, arguments) -> method.getName().equals("secondFactors")
                        ? secondFactors
                        : unwrapped(() -> method.invoke(provider, arguments))));
    }

    Factors around(Factors factors) {
        return new Factors() {
            @Override
            public SecondFactor of(String userId) {
                return factors.of(userId);
            }

            @Override
            public <R> R decide(String userId, Function<SecondFactor, Ruling<R>> decision) {
                R answer = factors.decide(userId, factor -> {
                    Ruling<R> ruling = decision.apply(factor);
                    pass();
                    return ruling;
                });
                pass();
                return answer;
            }
        };
    }

    private interface Call {
        Object call() throws InvocationTargetException, IllegalAccessException;
    }

    private static Object unwrapped(Call call) {
        try {
            return call.call();
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(failed);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void pass() {
        if (momentsLeft >= 0 && momentsLeft-- == 0) {
            throw new PowerCut();
        }
    }
}
