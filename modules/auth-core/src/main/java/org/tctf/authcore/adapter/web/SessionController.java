package org.tctf.authcore.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import java.util.List;
import org.tctf.authcore.application.EndSession;
import org.tctf.authcore.application.ListSessions;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;

@Controller("/v1/auth/sessions")
class SessionController {
    private final ListSessions listSessions;
    private final EndSession endSession;

    SessionController(ListSessions listSessions, EndSession endSession) {
        this.listSessions = listSessions;
        this.endSession = endSession;
    }

    /** Lists the caller's sessions, oldest first: five at most, so always on one page. */
    @Get
    Page<SessionView> list(Principal caller) {
        List<SessionView> views = listSessions.of(caller).stream()
                .map(session -> SessionView.of(session, caller))
                .toList();
        return new Page<>(views, null);
    }

    /** Ends one of the caller's sessions, this one or another. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void end(String id, Principal caller) {
        endSession.end(caller, id);
    }
}
