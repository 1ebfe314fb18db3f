package org.tctf.communication;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.kernel.mail.MailTransports;
import org.tctf.kernel.phone.PhoneTransports;
import org.tctf.mail.Mailbox;
import org.tctf.phone.Handset;
import org.tctf.testing.Workbench;

/** The sentences as plain calls of consumers and use cases. */
class CommunicationPlainTest extends CommunicationBehaviour {

    @TempDir
    Path folder;

    @Override
    Communication start() {
        Workbench bench = Workbench.of(CommunicationService.DEFINITION);
        Mailbox mailbox = Mailbox.open(folder.resolve("mailbox.db"), bench.clock());
        Handset handset = Handset.open(folder.resolve("handset.db"), bench.clock());
        return new Bench(
                bench, mailbox, handset, new MailTransports(List.of(mailbox)), new PhoneTransports(List.of(handset)));
    }
}
