package org.tctf.app.console.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import org.tctf.app.console.ConsoleOnly;

/**
 * A member's notifications, as a client of the public API: what is on this page comes through the routes and the socket that
 * any app would use. The page itself knows nobody; whoever looks signs in on it, and the token stays in their tab.
 */
@ConsoleOnly
@PermitAll
@Controller("/console/inbox")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class InboxPage {
    private final Pages pages;

    InboxPage(Pages pages) {
        this.pages = pages;
    }

    @Get
    HttpResponse<String> inbox() {
        return pages.page("inbox", "inbox", "Inbox", new Model());
    }
}
