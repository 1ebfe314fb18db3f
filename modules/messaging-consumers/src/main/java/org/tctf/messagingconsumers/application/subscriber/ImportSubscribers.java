package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.tctf.identity.Principal;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.subscriber.Import;
import org.tctf.messagingconsumers.domain.subscriber.ImportRow;

/** Staff brings subscribers in a file: its lines are looked at now, and imported by and by. */
@Singleton
public class ImportSubscribers {
    private final SubscriberLists lists;
    private final SubscriberFiles files;
    private final Imports imports;
    private final Ids ids;
    private final InstantSource clock;

    public ImportSubscribers(
            SubscriberLists lists, SubscriberFiles files, Imports imports, Ids ids, InstantSource clock) {
        this.lists = lists;
        this.files = files;
        this.imports = imports;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param consent where these people's consent is to be found
     * @throws Problem {@code LIST_NOT_FOUND}, {@code CONSENT_MISSING}, {@code INVALID_CSV}, {@code TOO_MANY_ROWS}
     */
    public Import start(Principal caller, String listId, String consent, String file) {
        Staff.require(caller);
        if (lists.find(listId).isEmpty()) {
            throw Problem.notFound("LIST_NOT_FOUND", "There is no list %s.".formatted(listId));
        }
        SubscriberFiles.Read read = files.read(file);
        List<List<ImportRow>> chunks = new ArrayList<>();
        for (int from = 0; from < read.rows().size(); from += Import.CHUNK) {
            chunks.add(read.rows()
                    .subList(from, Math.min(from + Import.CHUNK, read.rows().size())));
        }
        Import begun = Import.of(ids.next().toString(), listId, consent, chunks.size(), read.faults(), clock.instant());
        imports.start(begun, chunks);
        return begun;
    }
}
