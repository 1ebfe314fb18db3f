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
 * Chat as members use it: a client of the public interface and nothing else, who signs in like any other. Two windows are
 * two members.
 */
@ConsoleOnly
@PermitAll
@Controller("/console")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChatPage {
    private final Pages pages;

    ChatPage(Pages pages) {
        this.pages = pages;
    }

    @Get("/chat")
    HttpResponse<String> chat() {
        return pages.page("chat", "chat", "Chat", new Model());
    }
}
