package org.tctf.authadmin.application;

/** Command to ourselves: bring an act to its end, whatever became of the request that ordered it. */
public record CarryOutOrderedAct(String actId) {}
