package org.tctf.embedded.rooms;

import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;

/** A service with a socket that somebody watches. */
public final class RoomsService implements Service {
    /** What is pushed. */
    public record Said(String text) {}

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("rooms")
            .summary("Repeats what is said.")
            .owner("nobody")
            .socket("/v1/rooms/socket", Presence.class)
            .action("echo", Echo.Text.class, Echo.class)
            .action("fail", Fail.Nothing.class, Fail.class)
            .pushes("said", Said.class)
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
