package org.tctf.messagingconsumers.adapter.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.web.MaxBody;
import org.tctf.messagingconsumers.application.subscriber.ExportSubscribers;
import org.tctf.messagingconsumers.application.subscriber.ImportSubscribers;
import org.tctf.messagingconsumers.application.subscriber.ShowImport;
import org.tctf.messagingconsumers.domain.subscriber.Import;

/** Subscribers as files, into the platform and out of it. */
@Controller("/v1/subscriber-imports")
@RolesAllowed({"STAFF", "ADMIN"})
class ImportController {
    static final String CSV = "text/csv";
    private static final int LARGEST = 1024 * 1024;

    /**
     * @param state RUNNING or DONE
     * @param skipped were on the list already, have left it, or are suppressed
     * @param faulty lines that cannot be imported; the first 100 are in faults
     */
    record ImportView(
            String importId,
            String listId,
            String state,
            long imported,
            long skipped,
            long faulty,
            List<FaultView> faults,
            Instant startedAt) {
        static ImportView of(Import one) {
            return new ImportView(
                    one.importId(),
                    one.listId(),
                    one.isThrough() ? "DONE" : "RUNNING",
                    one.imported(),
                    one.skipped(),
                    one.faulty(),
                    one.faults().stream()
                            .map(fault -> new FaultView(fault.line(), fault.code(), fault.detail()))
                            .toList(),
                    one.startedAt());
        }
    }

    record FaultView(long line, String code, String detail) {}

    private final ImportSubscribers importSubscribers;
    private final ShowImport showImport;
    private final ExportSubscribers exportSubscribers;

    ImportController(ImportSubscribers importSubscribers, ShowImport showImport, ExportSubscribers exportSubscribers) {
        this.importSubscribers = importSubscribers;
        this.showImport = showImport;
        this.exportSubscribers = exportSubscribers;
    }

    /**
     * Brings up to 4,000 subscribers for a list, as CSV whose first line names the columns: email, and perhaps name,
     * language and attributes such as country. Good lines are imported by and by; bad ones are in the answer.
     *
     * @param listId the list
     * @param consent where these people's consent is to be found
     * @param file the lines
     */
    @Post
    @Consumes(CSV)
    @Status(HttpStatus.ACCEPTED)
    @MaxBody(LARGEST)
    ImportView start(
            Principal caller,
            @QueryValue @Size(min = 1, max = 64) String listId,
            @QueryValue @Size(min = 1, max = Import.MAX_CONSENT) String consent,
            @Body String file) {
        return ImportView.of(importSubscribers.start(caller, listId, consent, file));
    }

    /** How far an import is. */
    @Get("/{importId}")
    ImportView show(Principal caller, String importId) {
        return ImportView.of(showImport.show(caller, importId));
    }

    /**
     * All subscribers as CSV, in parts; a Link header leads to the next one. A part may have fewer lines than the limit.
     *
     * @param limit lines at most
     * @param cursor of the part, from the Link header before
     */
    @Get("/export")
    @Produces(CSV)
    @ApiResponse(
            responseCode = "200",
            description = "Subscribers, with a line of column names.",
            content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    HttpResponse<String> export(
            Principal caller,
            @QueryValue(defaultValue = "1000") @Min(1) @Max(1000) int limit,
            @Nullable @QueryValue String cursor) {
        ExportSubscribers.Part part = exportSubscribers.export(caller, limit, cursor);
        MutableHttpResponse<String> response = HttpResponse.ok(part.file())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"subscribers.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return part.nextCursor() == null
                ? response
                : response.header(
                        HttpHeaders.LINK,
                        "</v1/subscriber-imports/export?limit=%d&cursor=%s>; rel=\"next\""
                                .formatted(limit, part.nextCursor()));
    }
}
