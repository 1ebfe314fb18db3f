package org.tctf.lambda.notes;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import java.util.concurrent.CountDownLatch;
import org.tctf.identity.Principal;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

@Controller("/v1/notes")
@PermitAll
public class NotesController {
    /** Whether the hanging route hangs. */
    public static volatile boolean hangs;

    /** @param text what it says */
    record NewNote(@Size(min = 1, max = 100) String text) {}

    record Note(String id, String text) {}

    private final ServiceTable table;
    private final Ids ids;

    NotesController(ServiceTables tables, Ids ids) {
        table = tables.of(NotesService.DEFINITION);
        this.ids = ids;
    }

    /** Writes one down. */
    @Post
    @Status(HttpStatus.CREATED)
    Note write(@Body NewNote note) {
        Note written = new Note(ids.next().toString(), note.text());
        table.commit(Change.none().create(Row.of(NotesService.NOTE.key(written.id()), written)));
        return written;
    }

    /** Shows one. */
    @Get("/{id}")
    Note read(String id) {
        return table.get(NotesService.NOTE.key(id), Note.class)
                .orElseThrow(() -> Problem.notFound("NOTE_NOT_FOUND", "There is no such note."));
    }

    /** Takes its time. */
    @Post("/slow")
    void takeLong() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** Writes one down, unless it hangs before that. */
    @Post("/hanging")
    @Status(HttpStatus.CREATED)
    Note hang() throws InterruptedException {
        if (hangs) {
            new CountDownLatch(1).await();
        }
        return write(new NewNote("at last"));
    }

    /** Who calls. */
    @Get("/mine/owner")
    @RolesAllowed("MEMBER")
    String owner(Principal caller) {
        return caller.memberId();
    }
}
