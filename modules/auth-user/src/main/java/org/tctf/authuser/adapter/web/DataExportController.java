package org.tctf.authuser.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import java.util.Optional;
import org.tctf.authuser.application.RequestExport;
import org.tctf.authuser.application.ShowExport;
import org.tctf.identity.Principal;

@Controller("/v1/users/me/data-exports")
class DataExportController {
    private final RequestExport requestExport;
    private final ShowExport showExport;

    DataExportController(RequestExport requestExport, ShowExport showExport) {
        this.requestExport = requestExport;
        this.showExport = showExport;
    }

    /**
     * Asks for a copy of all that the platform keeps of the caller; once a day, with a recent proof. It is ready within half an
     * hour; a mail says so.
     */
    @Post
    @Status(HttpStatus.ACCEPTED)
    DataExportView request(Principal caller) {
        return DataExportView.of(requestExport.request(caller), Optional.empty());
    }

    /** Says how far a copy is, and where to fetch it: that address is good for a quarter of an hour, the copy for a week. */
    @Get("/{id}")
    DataExportView show(Principal caller, String id) {
        ShowExport.Shown shown = showExport.show(caller, id);
        return DataExportView.of(shown.export(), shown.address());
    }
}
