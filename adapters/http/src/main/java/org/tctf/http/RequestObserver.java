package org.tctf.http;

/** Sees every answered request: access log, metrics, console. Called in the request's thread, so it must be quick. */
@FunctionalInterface
public interface RequestObserver {

    void served(ServedRequest request);
}
