package org.tctf.communication.application;

/** Port: browsers that their push service knows no more. */
public interface LostBrowsers {
    /**
     * Takes it away ahead of the commit that says so of the message (ADR 32): a delivery that dies in between comes again and
     * does not find it. Does nothing when it is gone already.
     */
    void drop(String memberId, String subscriptionId);
}
