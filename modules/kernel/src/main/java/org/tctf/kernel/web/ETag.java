package org.tctf.kernel.web;

import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/** The entity tag of a versioned resource (RFC 9110 §8.8.3): its {@code version} in quotes. */
public final class ETag {

    private ETag() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Lets a write through when the caller has seen this version, or does not care.
     *
     * @param ifMatch the request's {@code If-Match}; absent or {@code *} matches any version
     * @throws Problem {@code VERSION_MISMATCH} (412) when the resource has changed since the caller read it
     */
    public static void check(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        for (String tag : ifMatch.split(",", -1)) {
            if (tag.strip().equals(of(version))) {
                return;
            }
        }
        throw Problem.of(
                Problem.Kind.PRECONDITION_FAILED,
                "VERSION_MISMATCH",
                "It has version %d now, you changed %s; read it again and repeat your change."
                        .formatted(version, ifMatch));
    }
}
