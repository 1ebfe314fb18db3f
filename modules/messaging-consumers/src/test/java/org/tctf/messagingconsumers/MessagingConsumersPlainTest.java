package org.tctf.messagingconsumers;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.mail.Mailbox;

/** The sentences as plain calls of consumers and use cases. */
class MessagingConsumersPlainTest extends MessagingConsumersBehaviour {

    @TempDir
    Path folder;

    @Override
    MessagingConsumers start() {
        Mailbox mailbox = Mailbox.open(folder.resolve("mailbox.db"), InstantSource.system());
        return new PlainMessagingConsumers(new Bench(mailbox), mailbox);
    }
}
