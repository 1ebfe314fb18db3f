package org.tctf.messagingconsumers.domain.link;

import java.time.Instant;
import java.util.Set;

/** What a link in a mail lets its holder do. It travels as a token that nobody else can make. */
public sealed interface Link {

    /** Whom it was mailed to. */
    String subscriberId();

    /** Says yes to lists, until then. */
    record Confirm(String subscriberId, Set<String> listIds, Instant until) implements Link {}

    /** Leaves the lists through which the campaign came; for ever, since the law has no end of it. */
    record Leave(String subscriberId, Set<String> listIds, String campaignId) implements Link {}

    /** Was opened. */
    record Opened(String subscriberId, String campaignId) implements Link {}

    /** Goes there; the address is in the token, so the link leads nowhere that we did not write (CWE-601). */
    record Follow(String subscriberId, String campaignId, String url) implements Link {}
}
