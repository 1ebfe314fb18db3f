package org.tctf.usermessage.adapter.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.tctf.identity.Principal;
import org.tctf.kernel.web.RateLimit;
import org.tctf.usermessage.application.ShowPresence;

/** Who is there. Who is writing is only said over the socket, which alone may tell other devices at once. */
@Controller("/v1/conversations/{id}")
final class PresenceController {
    private static final int MAX_ID = 64;

    /** Ids of those who are connected right now. */
    record PresenceView(List<String> online) {}

    private final ShowPresence showPresence;

    PresenceController(ShowPresence showPresence) {
        this.showPresence = showPresence;
    }

    /** Which of the others are connected, in a conversation of up to 32 members. */
    @Get("/presence")
    @RateLimit(value = 120, per = "PT1M")
    PresenceView presence(Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String id) {
        return new PresenceView(
                showPresence.show(caller.memberId(), id).stream().sorted().toList());
    }
}
