package org.tctf.authoauth.application.provider;

/** Port: all that is kept of members. */
@FunctionalInterface
public interface Members {

    /**
     * Forgets what a member let others do, what is known of them, and their applications; what does not fit into one
     * transaction follows by itself. What is gone stays gone.
     */
    void forget(String userId);
}
