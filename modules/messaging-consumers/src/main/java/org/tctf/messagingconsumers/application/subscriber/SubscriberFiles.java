package org.tctf.messagingconsumers.application.subscriber;

import java.util.List;
import org.tctf.messagingconsumers.domain.subscriber.Import;
import org.tctf.messagingconsumers.domain.subscriber.ImportRow;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** Port: subscribers as files. */
public interface SubscriberFiles {

    /** Good lines, and what is wrong with the others. */
    record Read(List<ImportRow> rows, List<Import.Fault> faults) {}

    /** @throws org.tctf.kernel.Problem {@code INVALID_CSV} when it is no such file, {@code TOO_MANY_ROWS} */
    Read read(String file);

    String write(List<Subscriber> subscribers);
}
