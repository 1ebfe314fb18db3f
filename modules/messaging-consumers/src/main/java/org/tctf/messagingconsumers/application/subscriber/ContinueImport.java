package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tctf.kernel.Decision;
import org.tctf.messagingconsumers.domain.subscriber.Import;
import org.tctf.messagingconsumers.domain.subscriber.ImportChunk;
import org.tctf.messagingconsumers.domain.subscriber.ImportRow;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** Imports the next chunk of lines. Who is suppressed or has left the list stays away. */
@Singleton
public class ContinueImport {
    private final Imports imports;
    private final Subscribers subscribers;
    private final Suppressions suppressions;
    private final AddressIds addressIds;
    private final InstantSource clock;

    public ContinueImport(
            Imports imports,
            Subscribers subscribers,
            Suppressions suppressions,
            AddressIds addressIds,
            InstantSource clock) {
        this.imports = imports;
        this.subscribers = subscribers;
        this.suppressions = suppressions;
        this.addressIds = addressIds;
        this.clock = clock;
    }

    /** Does nothing when the chunk is done. */
    public void go(ImportChunk command) {
        imports.find(command.importId())
                .filter(begun -> begun.done() == command.number())
                .ifPresent(this::go);
    }

    private void go(Import begun) {
        Map<String, ImportRow> rows = new LinkedHashMap<>();
        for (ImportRow row : imports.chunk(begun.importId(), begun.done())) {
            rows.put(addressIds.of(row.email()), row);
        }
        Set<String> suppressed = suppressions.among(rows.keySet());
        Map<String, Subscriber> known = subscribers.all(rows.keySet()).stream()
                .collect(Collectors.toMap(Subscriber::subscriberId, Function.identity()));
        List<Members.Renewal> renewals = new ArrayList<>();
        long joined = 0;
        for (Map.Entry<String, ImportRow> row : rows.entrySet()) {
            if (suppressed.contains(row.getKey())) {
                continue;
            }
            Optional<Subscriber> before = Optional.ofNullable(known.get(row.getKey()));
            Subscriber from = before.orElseGet(
                    () -> Subscriber.unknown(row.getKey(), row.getValue().email(), clock.instant()));
            Decision<Subscriber> decision =
                    from.imported(List.of(begun.listId()), row.getValue().profile(from), clock.instant());
            joined += decision.facts().isEmpty() ? 0 : 1;
            renewals.add(new Members.Renewal(before, decision));
        }
        imports.done(begun, begun.next(joined, rows.size() - joined), renewals);
    }
}
