package org.tctf.activity.adapter.socket;

import java.util.List;

/**
 * The count of unread notifications has changed.
 *
 * @param read those that were read, if that is why
 * @param revision the higher one is the newer count
 */
public record UnreadPush(List<String> read, long unread, long revision) {}
