package org.tctf.usermessage.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.tctf.identity.Principal;
import org.tctf.kernel.web.RateLimit;
import org.tctf.usermessage.application.SayTyping;
import org.tctf.usermessage.application.ShowPresence;

/** What lasts only as long as somebody is there: typing and presence. */
@Controller("/v1/conversations/{id}")
final class LivenessController {
    private static final int MAX_ID = 64;

    /** Ids of those who are connected right now. */
    record PresenceView(List<String> online) {}

    private final SayTyping sayTyping;
    private final ShowPresence showPresence;

    LivenessController(SayTyping sayTyping, ShowPresence showPresence) {
        this.sayTyping = sayTyping;
        this.showPresence = showPresence;
    }

    /** Tells the others that the caller is writing. */
    @Post("/typing")
    @Status(HttpStatus.NO_CONTENT)
    @RateLimit(value = 120, per = "PT1M")
    void typing(Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String id) {
        sayTyping.say(caller.memberId(), id);
    }

    /** Which of the others are connected, in a conversation of up to 32 members. */
    @Get("/presence")
    @RateLimit(value = 120, per = "PT1M")
    PresenceView presence(Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String id) {
        return new PresenceView(
                showPresence.show(caller.memberId(), id).stream().sorted().toList());
    }
}
