package org.tctf.analytics.domain;

/** Command: remove the next items of a generation that is served no more. */
public record DropShard(int generation, int shard) {}
