package org.tctf.authuser.domain;

import org.jmolecules.event.annotation.DomainEvent;

/** A member wants a copy of all that is kept of them: every service that keeps something answers. */
@DomainEvent
public record DataExportRequested(String exportId, String userId) {}
