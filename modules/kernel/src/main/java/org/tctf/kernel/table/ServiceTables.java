package org.tctf.kernel.table;

import org.tctf.kernel.service.ServiceDefinition;

/** Where a store gets its service's table from. */
@FunctionalInterface
public interface ServiceTables {

    /** Always the same table for the same service. */
    ServiceTable of(ServiceDefinition service);
}
