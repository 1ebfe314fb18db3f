package org.tctf.app.simulation;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.mail.Mailbox;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.LaggingIndexTable;
import org.tctf.sqlite.SqliteTables;

/**
 * What outlives a process: the tables, whose indexes lag behind as DynamoDB's may, and the mailbox. It is not synced, since
 * a killed process loses nothing that it has written; what a power cut takes is {@code KillNineTest}'s.
 */
final class Disk implements AutoCloseable {
    private final Path folder;
    private final SqliteTables files;
    private final SqliteTables indexes;
    private final Mailbox mailbox;
    private final Map<String, LaggingIndexTable> tables = new LinkedHashMap<>();

    Disk(Path folder, InstantSource clock) {
        this.folder = folder;
        files = SqliteTables.open(folder.resolve("data"), Durability.RELAXED, clock);
        indexes = SqliteTables.open(folder.resolve("indexes"), Durability.RELAXED, clock);
        mailbox = Mailbox.open(folder.resolve("mailbox.db"), clock);
    }

    /** Where the platform keeps what is its own. */
    Path data() {
        return folder.resolve("data");
    }

    SqliteTables files() {
        return files;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    synchronized LaggingIndexTable table(ServiceDefinition service) {
        return tables.computeIfAbsent(
                service.name(), _ -> new LaggingIndexTable(files.of(service), indexes.of(service)));
    }

    /** The tables that have been opened, by name. */
    synchronized List<String> names() {
        return new ArrayList<>(tables.keySet());
    }

    /** The indexes of this table show every commit so far. */
    synchronized void catchUp(String name) {
        tables.get(name).catchUp();
    }

    @Override
    public void close() {
        mailbox.close();
        indexes.close();
        files.close();
    }
}
