package org.tctf.app.simulation;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tctf.builtinidentity.HashingCost;
import org.tctf.builtinidentity.ProviderSettings;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.embedded.LocalReports;
import org.tctf.embedded.MailSettings;
import org.tctf.embedded.Mode;
import org.tctf.embedded.RunningPlatform;
import org.tctf.embedded.Settings;
import org.tctf.json.JacksonCodec;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.Ids;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.mail.MailTransports;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.OpenedTables;
import org.tctf.keyring.FileSecrets;
import org.tctf.testing.MutableClock;

/** One process's life: all services over the disk, with nothing in memory but what it has read there. */
final class Life implements AutoCloseable {
    /** More than are ever under way: who waited for a place would wait for somebody whose turn it is not. */
    private static final int HASHED_AT_ONCE = 64;

    private final Writes writes;
    private final RunningPlatform platform;
    private final OpenedTables tables;
    private final JacksonCodec codec = new JacksonCodec();
    private final Map<String, Deliveries> deliveries = new HashMap<>();
    private final Ids ids;

    Life(Disk disk, Queues queues, MutableClock clock, SecureRandom dice, Turns turns) {
        writes = new Writes(turns);
        ids = Ids.v7(clock, dice);
        tables = new OpenedTables(
                service -> new WatchedTable(service.name(), disk.table(service), writes, turns),
                codec,
                new JsonEventSchemas(),
                new Cursors(FileSecrets.open(disk.data().resolve("secrets"), dice), dice),
                clock,
                ids);
        LocalReports reports = new LocalReports(queues, codec, ids, clock);
        platform = RunningPlatform.startStill(
                new Settings(
                        0, disk.data(), Mode.PROD, MailSettings.MAILBOX, URI.create("http://127.0.0.1:8080"), 0, false),
                clock,
                dice,
                disk.files(),
                tables,
                disk.mailbox(),
                new MailTransports(List.of(reports.on(new WatchedMailbox(disk.mailbox(), writes, turns)))),
                queues,
                new ProviderSettings(TokenTerms.LOCAL, HashingCost.LEAST, HASHED_AT_ONCE));
    }

    Writes writes() {
        return writes;
    }

    URI address() {
        return platform.address();
    }

    <T> T bean(Class<T> type) {
        return platform.bean(type);
    }

    JacksonCodec codec() {
        return codec;
    }

    Ids ids() {
        return ids;
    }

    /** What hands messages to this service's consumers. */
    Deliveries deliveries(ServiceDefinition service) {
        return deliveries.computeIfAbsent(
                service.name(), _ -> new Deliveries(tables.of(service), codec, platform::bean));
    }

    @Override
    public void close() {
        platform.close();
    }
}
