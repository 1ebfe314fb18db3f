package org.tctf.authuser.domain;

import java.time.Instant;
import java.util.List;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * A member can fetch their copy.
 *
 * @param missing services that did not answer in time
 */
@DomainEvent
public record DataExportReady(String userId, String exportId, List<String> missing, Instant expiresAt) {}
