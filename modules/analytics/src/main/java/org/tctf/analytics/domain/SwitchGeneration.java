package org.tctf.analytics.domain;

/** Command: serve a new generation if all its shards are done. */
public record SwitchGeneration(int generation) {}
