package org.tctf.lambda.notes;

import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;

/** Keeps notes. */
public final class NotesService implements Service {
    static final AccessPattern NOTE = AccessPattern.main("a note", "NOTE#{id}", "NOTE");

    public static final String NOTES_OPEN = "notes-open";

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("notes")
            .summary("Keeps notes.")
            .owner("platform")
            .table(NOTE)
            .flag(NOTES_OPEN, true, "Whether notes are written")
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
