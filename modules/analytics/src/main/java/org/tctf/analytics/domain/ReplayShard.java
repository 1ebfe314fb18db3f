package org.tctf.analytics.domain;

import org.jspecify.annotations.Nullable;

/**
 * Command: count the next page of a shard's archive in a new generation.
 *
 * @param after where the page before ended; absent for the first
 * @param replayed facts that the pages before have counted
 */
public record ReplayShard(
        int generation, int shard, @Nullable String after, long replayed) {}
