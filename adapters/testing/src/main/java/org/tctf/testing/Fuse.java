package org.tctf.testing;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.IdentityProvider;

/**
 * Cuts the power once, before or after the n-th write to any of the stores around which it lies; afterwards everything
 * works again, as after a restart.
 */
public final class Fuse {

    /** The process is gone: nobody may catch it, and what was written stays written. */
    public static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final int UNARMED = -1;

    private int momentsLeft;

    private Fuse(int momentsLeft) {
        this.momentsLeft = momentsLeft;
    }

    /** @param moment 0 = before the first write, 1 = after it, 2 = before the second … */
    public static Fuse at(int moment) {
        return new Fuse(moment);
    }

    /** One that holds until it is armed. */
    public static Fuse unarmed() {
        return new Fuse(UNARMED);
    }

    /** @param moment 0 = before the next write, 1 = after it, 2 = before the one after that … */
    public void arm(int moment) {
        momentsLeft = moment;
    }

    /** Whether the power was cut. */
    public boolean isBlown() {
        return momentsLeft == UNARMED;
    }

    /** @param writes the names of the port's methods that write */
    public <T> T around(Class<T> port, T twin, String... writes) {
        Set<String> names = Set.of(writes);
        return Ports.around(port, (method, arguments) -> {
            if (!names.contains(method.getName())) {
                return Ports.call(method, twin, arguments);
            }
            pass();
            Object result = Ports.call(method, twin, arguments);
            pass();
            return result;
        });
    }

    /** @param writes the names of methods of any of the provider's ports that write */
    public IdentityProvider around(IdentityProvider provider, String... writes) {
        return Ports.around(
                IdentityProvider.class,
                (method, arguments) ->
                        guarded(method.getReturnType(), Ports.call(method, provider, arguments), writes));
    }

    private <T> @Nullable Object guarded(Class<T> port, @Nullable Object twin, String... writes) {
        return twin == null || !port.isInterface() ? twin : around(port, port.cast(twin), writes);
    }

    private void pass() {
        if (momentsLeft != UNARMED && momentsLeft-- == 0) {
            throw new PowerCut();
        }
    }
}
