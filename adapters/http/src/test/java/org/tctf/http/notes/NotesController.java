package org.tctf.http.notes;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.Flow;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Language;
import org.tctf.kernel.Money;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.kernel.table.TableUnavailable;
import org.tctf.kernel.web.ETag;
import org.tctf.kernel.web.IdempotencyWindow;
import org.tctf.kernel.web.MailLinkPage;
import org.tctf.kernel.web.MaxBody;
import org.tctf.kernel.web.RateLimit;

@Controller("/v1/notes")
class NotesController {

    record Author(
            @Size(max = 20) String name, @Nullable @Email String email) {}

    record NewNote(
            @Size(min = 1, max = 50) String title,
            @Nullable @Min(1) @Max(5) Integer priority,
            @Nullable @Pattern(regexp = "^[a-z]+$") String label,
            @Nullable List<@Size(max = 5) String> tags,
            @Nullable Author author,
            @Nullable Kind kind,
            @Nullable Money price) {}

    enum Kind {
        IDEA,
        TASK
    }

    record NewTitle(String title) {}

    record Seen(
            String actor, String correlationId, @Nullable String traceparent, boolean isVirtualThread) {}

    private final ServiceTables tables;
    private final Ids ids;
    private final Moments moments;

    NotesController(ServiceTables tables, Ids ids, Moments moments) {
        this.tables = tables;
        this.ids = ids;
        this.moments = moments;
    }

    @Post
    @Status(HttpStatus.CREATED)
    Note write(@Body NewNote note) {
        Note created = new Note(ids.next().toString(), note.title(), 1);
        table().commit(Change.none().create(Row.of(NotesService.NOTE.key(created.id()), created)));
        return created;
    }

    @Get("/{id}")
    Note read(UUID id) {
        return table().get(NotesService.NOTE.key(id), Note.class)
                .orElseThrow(() -> Problem.notFound("NOTE_NOT_FOUND", "There is no such note."));
    }

    @Put("/{id}")
    Note change(UUID id, @Body NewTitle change, @Nullable @Header("If-Match") String ifMatch) {
        Note note = read(id);
        ETag.check(ifMatch, note.version());
        Note changed = new Note(note.id(), change.title(), note.version() + 1);
        table().commit(Change.none().replace(Row.of(NotesService.NOTE.key(id), changed), note.version()));
        return changed;
    }

    @Get
    Page<Note> list(@Nullable @QueryValue @Min(1) @Max(100) Integer limit, @Nullable @QueryValue String cursor) {
        return new Page<>(List.of(), limit == null ? "none" : limit.toString());
    }

    @PermitAll
    @Get("/seen")
    Seen seen(@Nullable Principal caller) {
        Flow flow = Flow.current().orElseThrow();
        return new Seen(
                caller == null ? flow.actor() : caller.memberId() + "=" + flow.actor(),
                flow.correlationId(),
                flow.traceparent(),
                Thread.currentThread().isVirtual());
    }

    @PermitAll
    @Post("/seen")
    @MaxBody(200_000)
    Seen seenWithBody(@Body Map<String, Object> body) {
        return seen(null);
    }

    @RolesAllowed("STAFF")
    @Get("/staff")
    Map<String, String> staff(Principal caller) {
        return Map.of("you", caller.memberId());
    }

    @PermitAll
    @RateLimit(value = 3, per = "PT1M", by = RateLimit.By.ADDRESS)
    @Post("/limited")
    Map<String, Boolean> limited() {
        return Map.of("done", true);
    }

    @PermitAll
    @RateLimit(value = 3, per = "PT1M", by = RateLimit.By.LINK)
    @Post("/by-link")
    Map<String, Boolean> byLink(@QueryValue String token) {
        return Map.of("done", true);
    }

    @PermitAll
    @RateLimit(value = 3, per = "PT1M", by = RateLimit.By.ADDRESS)
    @Get("/page")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    HttpResponse<?> page(@QueryValue @Size(max = 10) String token) {
        return switch (token) {
            case "over" ->
                HttpResponse.status(HttpStatus.GONE)
                        .body(new MailLinkPage(Language.IT, "È finito", "Peccato & basta.", null));
            case "lost" -> throw new ConditionFailed(new Key("a", "b"));
            case "down" -> throw new TableUnavailable("the disk of /secret/place is full");
            default -> HttpResponse.ok(new MailLinkPage(Language.IT, "Vuole?", "Davvero?", "<Sì>"));
        };
    }

    @PermitAll
    @Post("/raw")
    @MaxBody(100)
    Map<String, Integer> raw(@Body String body) {
        return Map.of("length", body.length());
    }

    @PermitAll
    @Get("/broken")
    Note broken() {
        throw new IllegalStateException("jdbc:sqlite:/secret/place is locked");
    }

    @PermitAll
    @Get("/lost")
    Note lost() {
        throw new ConditionFailed(new Key("a", "b"));
    }

    @PermitAll
    @Get("/unreachable")
    Note unreachable() {
        throw new TableUnavailable("the disk of /secret/place is full");
    }

    @PermitAll
    @Get("/refused")
    Note refused() {
        throw Problem.of(Problem.Kind.LOCKED, "NOTE_LOCKED", "Locked for a while.")
                .retryAfter(Duration.ofMillis(1500))
                .remainingAttempts(2)
                .at("/title");
    }

    @PermitAll
    @Get("/answered")
    HttpResponse<String> answered() {
        return HttpResponse.badRequest("a body of its own");
    }

    /** Commits a note and then does what the test says: waits, breaks or refuses. */
    @PermitAll
    @Post("/moments")
    @IdempotencyWindow("PT2M")
    Note moment(@Body NewTitle note) {
        moments.before();
        Note created = new Note(ids.next().toString(), note.title(), 1);
        table().commit(Change.none().create(Row.of(NotesService.NOTE.key(created.id()), created)));
        moments.after();
        return created;
    }

    private ServiceTable table() {
        return tables.of(NotesService.DEFINITION);
    }
}
