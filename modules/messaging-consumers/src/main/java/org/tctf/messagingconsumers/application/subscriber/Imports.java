package org.tctf.messagingconsumers.application.subscriber;

import java.util.List;
import java.util.Optional;
import org.tctf.messagingconsumers.domain.subscriber.Import;
import org.tctf.messagingconsumers.domain.subscriber.ImportRow;

/** Port: imports under way and done, each until 30 days after. */
public interface Imports {

    Optional<Import> find(String importId);

    /** Keeps an import with its lines, and has it begun. */
    void start(Import begun, List<List<ImportRow>> chunks);

    /** The lines of a chunk; none when it is done. */
    List<ImportRow> chunk(String importId, int number);

    /** Subscribers, the import's new state, and that its chunk is done, as one; the next is begun. */
    void done(Import before, Import after, List<Members.Renewal> renewals);
}
