package org.tctf.testing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.IdentityProvider;

/** Notes what is done at the ports that it watches: two requests that do the same work cannot be told apart by it. */
public final class Work {
    private final List<String> done = new ArrayList<>();

    public <T> T watching(Class<T> port, T twin) {
        return Ports.around(port, (method, arguments) -> {
            done.add(port.getSimpleName() + "." + method.getName());
            return Ports.call(method, twin, arguments);
        });
    }

    public IdentityProvider watching(IdentityProvider provider) {
        return Ports.around(
                IdentityProvider.class,
                (method, arguments) -> watched(method.getReturnType(), Ports.call(method, provider, arguments)));
    }

    /** What was done since the last look, in order. */
    public List<String> look() {
        List<String> seen = List.copyOf(done);
        done.clear();
        return seen;
    }

    private <T> @Nullable Object watched(Class<T> port, @Nullable Object twin) {
        return twin == null || !port.isInterface() ? twin : watching(port, port.cast(twin));
    }
}
