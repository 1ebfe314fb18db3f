package org.tctf.messagingconsumers.adapter.store;

import static org.tctf.messagingconsumers.MessagingConsumersService.SEGMENT;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.subscriber.Segments;
import org.tctf.messagingconsumers.domain.subscriber.Segment;

/** Segments in the service's table. */
@Singleton
public class TableSegments implements Segments {
    private final ServiceTable table;

    public TableSegments(ServiceTables tables) {
        table = tables.of(MessagingConsumersService.DEFINITION);
    }

    @Override
    public Optional<Segment> find(String segmentId) {
        return table.get(SEGMENT.key(segmentId), Segment.class);
    }

    @Override
    public List<Segment> all() {
        return table.list(SEGMENT.query(), Segment.class);
    }

    @Override
    public void add(Segment segment) {
        table.commit(Change.none().create(row(segment)));
    }

    @Override
    public Optional<Segment> change(String segmentId, UnaryOperator<Segment> edit) {
        return table.retrying(() -> find(segmentId).map(before -> {
            Segment after = edit.apply(before);
            table.commit(Change.none().replace(row(after), before.version()));
            return after;
        }));
    }

    private static Row row(Segment segment) {
        return Row.of(SEGMENT.key(segment.segmentId()), segment);
    }
}
