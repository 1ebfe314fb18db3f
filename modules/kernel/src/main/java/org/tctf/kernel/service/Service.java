package org.tctf.kernel.service;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A service on the class path: its one public class, named in {@code META-INF/services}. The package of the class is the
 * service's root; everything under it belongs to the service.
 */
public interface Service {

    ServiceDefinition definition();

    /** All services that are there, by name. What is packaged decides, not a list in the code. */
    static List<Service> all() {
        return ServiceLoader.load(Service.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(service -> service.definition().name()))
                .toList();
    }
}
