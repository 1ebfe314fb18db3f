package org.tctf.http.notes;

import org.tctf.kernel.service.KeyAccess;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;

/** Keeps notes. */
public final class NotesService implements Service {
    static final AccessPattern NOTE = AccessPattern.main("a note", "NOTE#{id}", "NOTE");

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("notes")
            .summary("Keeps notes.")
            .owner("platform")
            .table(NOTE)
            .openToServiceKeys(KeyAccess.READ)
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
