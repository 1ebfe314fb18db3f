package org.tctf.messagingconsumers.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.messagingconsumers.application.subscriber.ContinueImport;
import org.tctf.messagingconsumers.domain.subscriber.ImportChunk;

/** Goes on with an import. */
@Singleton
public class ImportWork implements EventConsumer<ImportChunk> {
    private final ContinueImport continueImport;

    public ImportWork(ContinueImport continueImport) {
        this.continueImport = continueImport;
    }

    @Override
    public void on(ImportChunk command, Envelope envelope) {
        continueImport.go(command);
    }
}
