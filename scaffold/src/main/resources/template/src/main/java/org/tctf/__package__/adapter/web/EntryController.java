package org.tctf.__package__.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.__package__.application.AddEntry;
import org.tctf.__package__.application.ListEntries;
import org.tctf.__package__.application.ShowEntry;
import org.tctf.__package__.domain.Entry;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;

@Controller("/v1/__name__/entries")
class EntryController {

    /** @param title 1 to 100 characters */
    record NewEntry(@Size(min = 1, max = Entry.MAX_TITLE) String title) {}

    record EntryView(String entryId, String title, Instant addedAt, long version) {
        static EntryView of(Entry entry) {
            return new EntryView(entry.entryId(), entry.title(), entry.addedAt(), entry.version());
        }
    }

    private final AddEntry addEntry;
    private final ShowEntry showEntry;
    private final ListEntries listEntries;

    EntryController(AddEntry addEntry, ShowEntry showEntry, ListEntries listEntries) {
        this.addEntry = addEntry;
        this.showEntry = showEntry;
        this.listEntries = listEntries;
    }

    /** Adds an entry of the caller's. */
    @Post
    @Status(HttpStatus.CREATED)
    EntryView add(Principal caller, @Valid @Body NewEntry entry) {
        return EntryView.of(addEntry.add(caller.memberId(), entry.title()));
    }

    /** Lists the caller's entries, oldest first. */
    @Get
    Page<EntryView> list(
            Principal caller,
            @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Nullable @QueryValue String cursor) {
        return listEntries.list(caller.memberId(), limit, cursor).map(EntryView::of);
    }

    /** Shows one of the caller's entries. */
    @Get("/{entryId}")
    EntryView show(Principal caller, String entryId) {
        return EntryView.of(showEntry.show(caller.memberId(), entryId));
    }
}
