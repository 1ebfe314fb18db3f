package org.tctf.analytics;

import org.tctf.analytics.adapter.crypto.HmacPseudonyms;
import org.tctf.analytics.adapter.events.EveryFact;
import org.tctf.analytics.adapter.events.GenerationDrops;
import org.tctf.analytics.adapter.events.GenerationSwitches;
import org.tctf.analytics.adapter.events.ShardReplays;
import org.tctf.analytics.adapter.store.TableLedger;
import org.tctf.analytics.adapter.store.TableNumbers;
import org.tctf.analytics.adapter.store.TableRebuilds;
import org.tctf.analytics.application.DropGeneration;
import org.tctf.analytics.application.FinishRebuild;
import org.tctf.analytics.application.ReadRebuild;
import org.tctf.analytics.application.RecordFact;
import org.tctf.analytics.application.ReplayArchive;
import org.tctf.analytics.application.StartRebuild;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.testing.Workbench;

/** The service's parts on a workbench. */
final class Bench implements AutoCloseable {
    private final Workbench workbench = Workbench.of(AnalyticsService.DEFINITION);
    private final TableLedger ledger = new TableLedger(workbench.tables());
    private final TableRebuilds rebuilds = new TableRebuilds(workbench.tables(), workbench.clock());
    private final EventConsumer<?> everyFact =
            new EveryFact(new RecordFact(ledger, new HmacPseudonyms(workbench.secrets()), workbench.codec()));
    private final ShardReplays replays = new ShardReplays(new ReplayArchive(ledger, ledger, rebuilds));
    private final GenerationSwitches switches = new GenerationSwitches(new FinishRebuild(rebuilds));
    private final GenerationDrops drops = new GenerationDrops(new DropGeneration(rebuilds));

    Workbench workbench() {
        return workbench;
    }

    TableNumbers numbers() {
        return new TableNumbers(workbench.tables(), rebuilds);
    }

    void arrive(Envelope fact) {
        workbench.deliver(everyFact, fact);
    }

    int startRebuild() {
        return new StartRebuild(rebuilds).start();
    }

    /** Works off what a rebuild has ordered. */
    void work() {
        workbench.work(replays, switches, drops);
    }

    ReadRebuild.State rebuild() {
        return new ReadRebuild(rebuilds).now();
    }

    @Override
    public void close() {
        workbench.close();
    }
}
