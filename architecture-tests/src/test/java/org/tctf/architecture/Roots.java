package org.tctf.architecture;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tctf.kernel.service.Service;

/** The root packages of all services on the class path, and of the fixtures that break the rules on purpose. */
final class Roots {
    static final String VIOLATIONS = "org.tctf.violations";
    private static final Set<String> SERVICES = Stream.concat(
                    Service.all().stream().map(service -> service.getClass().getPackageName()),
                    Stream.of(VIOLATIONS + ".library", VIOLATIONS + ".archive"))
            .collect(Collectors.toUnmodifiableSet());

    private Roots() {}

    static Set<String> ofServices() {
        return SERVICES;
    }
}
