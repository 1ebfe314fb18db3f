package org.tctf.kernel.socket;

import org.tctf.kernel.service.ServiceDefinition;

/** Gives a service its members' connections. */
@FunctionalInterface
public interface ServiceSockets {

    /** @throws IllegalStateException when the definition has no socket */
    MemberSockets of(ServiceDefinition service);
}
