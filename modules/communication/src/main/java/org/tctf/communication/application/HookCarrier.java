package org.tctf.communication.application;

import java.net.URI;
import java.time.Instant;

/** Port: posts to members' webhooks. */
public interface HookCarrier {

    /**
     * What is posted.
     *
     * @param id the message's; the same at every attempt, so that its receiver can drop a second copy
     * @param secret as its owner has it
     * @param body JSON
     * @param at when this attempt is made
     */
    record Post(String id, URI url, String secret, String body, Instant at) {

        @Override
        public String toString() {
            return "Post[%s to %s]".formatted(id, url.getHost());
        }
    }

    /**
     * @throws Carriers.NoneAvailable when it was not taken; try again later
     */
    Carriers.Outcome carry(Post post);
}
