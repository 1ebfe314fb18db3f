package org.tctf.kernel.flag;

import org.tctf.kernel.service.ServiceDefinition;

/**
 * Port: how the flags of the definitions stand. Embedded: a file; distributed: AWS AppConfig.
 *
 * <p>Answered from memory. Where the flags are kept is asked on use, at most once in a while, and the use that finds that it
 * is time waits for the answer, briefly (2 s and 100 ms for the file, 30 s and 1 s for AppConfig). So a turned flag is
 * seen that much later at most, in every process; a source that hangs costs no more than that wait.
 *
 * <p>It fails for nobody. While the source cannot be reached, or what it says makes no sense, what was known last holds;
 * where nothing is known, what the definition says. Safe for concurrent use.
 */
@FunctionalInterface
public interface FeatureFlags {

    /** @throws IllegalStateException when the service's definition has no such flag: a bug, whatever the source says */
    boolean isOn(ServiceDefinition service, String flag);
}
