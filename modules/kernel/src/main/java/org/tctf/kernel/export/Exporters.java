package org.tctf.kernel.export;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * The services that keep something of members and answer for it, by name. From the definitions: on one machine of the
 * services that run here, on AWS of those that were known when the stack was made.
 */
public record Exporters(Set<String> names) {

    public Exporters {
        names = Set.copyOf(names);
    }

    public static Exporters among(Collection<ServiceDefinition> services) {
        Set<String> names = new TreeSet<>();
        for (ServiceDefinition service : services) {
            if (service.publications().stream().anyMatch(fact -> fact.event() == DataExportPrepared.class)) {
                names.add(service.name());
            }
        }
        return new Exporters(names);
    }

    /** Whether a service puts the answers together, so that it has to know who gives any. */
    public static boolean areKnownTo(ServiceDefinition service) {
        return service.subscriptions().stream()
                .anyMatch(subscription -> subscription.records().containsValue(DataExportPrepared.class));
    }
}
