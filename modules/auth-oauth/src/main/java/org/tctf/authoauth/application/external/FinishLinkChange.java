package org.tctf.authoauth.application.external;

/** Command: see whether a link was made or taken out by a request that may have died on the way. */
public record FinishLinkChange(String changeId) {}
