package org.tctf.messagingconsumers.adapter.store;

import static org.tctf.messagingconsumers.MessagingConsumersService.IMPORT;
import static org.tctf.messagingconsumers.MessagingConsumersService.IMPORT_CHUNK;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.subscriber.Imports;
import org.tctf.messagingconsumers.application.subscriber.Members;
import org.tctf.messagingconsumers.domain.subscriber.Import;
import org.tctf.messagingconsumers.domain.subscriber.ImportChunk;
import org.tctf.messagingconsumers.domain.subscriber.ImportRow;

/** Imports, and their lines as long as they are to be done. */
@Singleton
public class TableImports implements Imports {
    private static final Duration KEPT = Duration.ofDays(30);

    record Chunk(List<ImportRow> rows) {}

    private final ServiceTable table;

    public TableImports(ServiceTables tables) {
        table = tables.of(MessagingConsumersService.DEFINITION);
    }

    @Override
    public Optional<Import> find(String importId) {
        return table.get(IMPORT.key(importId), Import.class);
    }

    @Override
    public void start(Import begun, List<List<ImportRow>> chunks) {
        Change change = Change.none().create(row(begun));
        for (int number = 0; number < chunks.size(); number++) {
            change = change.create(Row.of(IMPORT_CHUNK.key(begun.importId(), number), new Chunk(chunks.get(number)))
                    .expires(begun.startedAt().plus(KEPT)));
        }
        table.commit(chunks.isEmpty() ? change : change.enqueue(new ImportChunk(begun.importId(), 0)));
    }

    @Override
    public List<ImportRow> chunk(String importId, int number) {
        return table.get(IMPORT_CHUNK.key(importId, number), Chunk.class)
                .map(Chunk::rows)
                .orElse(List.of());
    }

    @Override
    public void done(Import before, Import after, List<Members.Renewal> renewals) {
        Change change = Change.none()
                .replace(row(after), before.version())
                .delete(IMPORT_CHUNK.key(before.importId(), before.done()));
        for (Members.Renewal renewal : renewals) {
            change = change.and(TableSubscribers.changed(renewal.before(), renewal.after()));
        }
        table.commit(after.isThrough() ? change : change.enqueue(new ImportChunk(after.importId(), after.done())));
    }

    private static Row row(Import one) {
        return Row.of(IMPORT.key(one.importId()), one).expires(one.startedAt().plus(KEPT));
    }
}
