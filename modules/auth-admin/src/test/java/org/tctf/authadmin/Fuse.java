package org.tctf.authadmin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tctf.authadmin.application.Acts;
import org.tctf.authadmin.domain.Act;
import org.tctf.identity.Accounts;
import org.tctf.identity.IdentityProvider;
import org.tctf.kernel.Decision;

/**
 * Cuts the power once, before or after the n-th write to either store; afterwards everything works again, as after a
 * restart.
 */
final class Fuse {
    private static final Set<String> WRITES =
            Set.of("enable", "disable", "activate", "deactivate", "grant", "revoke", "appointFirstAdmin");

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
        Accounts accounts = with(
                Accounts.class,
                provider.accounts(),
                (method, call) -> WRITES.contains(method) ? write(call) : call.get());
        return with(
                IdentityProvider.class, provider, (method, call) -> method.equals("accounts") ? accounts : call.get());
    }

    Acts around(Acts acts) {
        return new Acts() {
            @Override
            public void add(Act ordered) {
                pass();
                acts.add(ordered);
                pass();
            }

            @Override
            public Act decide(String actId, Function<Act, Decision<Act>> decision) {
                Act kept = acts.decide(actId, act -> {
                    Decision<Act> decided = decision.apply(act);
                    pass();
                    return decided;
                });
                pass();
                return kept;
            }
        };
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
