package org.tctf.authcore.adapter.web;

/** Bounds of what requests may carry, where the domain's own bound is counted otherwise. */
final class Limits {
    /** Raw characters: normalisation may make 128 of up to four times as many. */
    static final int PASSWORD = 512;

    static final int LINK_TOKEN = 200;
    static final int REFRESH_TOKEN = 200;
    static final int DEVICE = 200;

    private Limits() {}
}
