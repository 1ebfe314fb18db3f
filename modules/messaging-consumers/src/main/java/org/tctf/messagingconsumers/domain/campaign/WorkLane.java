package org.tctf.messagingconsumers.domain.campaign;

/** Command: go on with this lane, if this is still its step. */
public record WorkLane(String campaignId, int lane, long step) {}
