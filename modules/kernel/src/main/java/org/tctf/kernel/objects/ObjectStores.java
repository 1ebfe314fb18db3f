package org.tctf.kernel.objects;

import org.tctf.kernel.service.ServiceDefinition;

/** Where a service gets its stores from. */
@FunctionalInterface
public interface ObjectStores {

    /**
     * Always the same store for the same names.
     *
     * @param store as the definition calls it
     * @throws IllegalStateException when the definition has no such store
     */
    ObjectStore of(ServiceDefinition service, String store);
}
