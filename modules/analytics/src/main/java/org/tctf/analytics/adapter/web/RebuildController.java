package org.tctf.analytics.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import jakarta.annotation.security.RolesAllowed;
import org.tctf.analytics.application.ReadRebuild;
import org.tctf.analytics.application.StartRebuild;
import org.tctf.analytics.domain.Shard;

/** Counting everything again. */
@Controller("/v1/analytics/rebuild")
@RolesAllowed("ADMIN")
final class RebuildController {

    /** How far it is: the generation being made (0 when none is), its shards that are done and the facts they had. */
    record RebuildView(int serving, int building, int shards, int shardsDone, long facts) {}

    private final StartRebuild startRebuild;
    private final ReadRebuild readRebuild;

    RebuildController(StartRebuild startRebuild, ReadRebuild readRebuild) {
        this.startRebuild = startRebuild;
        this.readRebuild = readRebuild;
    }

    /** Counts everything again from the archive, by the rules of today, while the numbers so far are served. */
    @Post
    @Status(HttpStatus.ACCEPTED)
    RebuildView start() {
        startRebuild.start();
        return state();
    }

    /** How far the rebuild is. */
    @Get
    RebuildView state() {
        ReadRebuild.State now = readRebuild.now();
        return new RebuildView(
                now.generations().serving(),
                now.generations().building(),
                Shard.COUNT,
                now.progress().shards(),
                now.progress().facts());
    }
}
