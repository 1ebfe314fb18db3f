package org.tctf.usermessage.adapter.socket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has come, or gone.
 *
 * @param until forget that they are here then, if nothing else is heard: going is not always noticed
 */
public record PresencePush(
        String memberId, boolean online, @Nullable Instant until) {}
