package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.subscriber.Import;

/** How far an import is, and what was wrong with it. */
@Singleton
public class ShowImport {
    private final Imports imports;

    public ShowImport(Imports imports) {
        this.imports = imports;
    }

    /** @throws Problem {@code IMPORT_NOT_FOUND} */
    public Import show(Principal caller, String importId) {
        Staff.require(caller);
        return imports.find(importId)
                .orElseThrow(() -> Problem.notFound(
                        "IMPORT_NOT_FOUND", "There is no import %s; they are kept for 30 days.".formatted(importId)));
    }
}
