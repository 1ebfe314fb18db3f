package org.tctf.analytics;

import java.time.Duration;
import org.tctf.analytics.adapter.events.EveryFact;
import org.tctf.analytics.adapter.events.GenerationDrops;
import org.tctf.analytics.adapter.events.GenerationSwitches;
import org.tctf.analytics.adapter.events.ShardReplays;
import org.tctf.analytics.domain.DropShard;
import org.tctf.analytics.domain.ReplayShard;
import org.tctf.analytics.domain.SwitchGeneration;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.KeyAccess;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;

/** Counts what happens on the platform, without knowing whom it happened to. */
public final class AnalyticsService implements Service {
    public static final AccessPattern GENERATIONS = AccessPattern.main(
            "which counting of a shard is served, which is being made", "SHARD#{shard}", "GENERATIONS");
    public static final AccessPattern ARCHIVE =
            AccessPattern.main("facts of a shard, oldest first", "ARCHIVE#{shard}", "{time}#{fact}");
    public static final AccessPattern HISTORY =
            AccessPattern.main("a member's history", "HISTORY#{generation}#{shard}", "{member}");
    public static final AccessPattern COUNT =
            AccessPattern.main("a metric's counts by period", "COUNT#{generation}#{shard}", "{metric}#{period}");
    public static final AccessPattern REPLAYED =
            AccessPattern.main("shards that a rebuild has replayed", "REBUILD#{generation}", "SHARD#{shard}");

    public static final String PSEUDONYM_KEY = "analytics-pseudonyms";

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("analytics")
            .summary("Metrics, funnels, retention and growth, counted from every fact, once, without personal data.")
            .owner("insight")
            .criticality(Criticality.BACKGROUND)
            .table(GENERATIONS, ARCHIVE, HISTORY, COUNT, REPLAYED)
            .consumesEverything(EveryFact.class)
            .queue(ReplayShard.class, ShardReplays.class)
            .queue(SwitchGeneration.class, GenerationSwitches.class)
            .queue(DropShard.class, GenerationDrops.class)
            .tuned(Duration.ofSeconds(30), 5, 1) // removal is in no hurry
            .lastingSecret(PSEUDONYM_KEY)
            .openToServiceKeys(KeyAccess.READ)
            .limit("periods in one answer", 366)
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
