package org.tctf.http;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.tctf.kernel.Ids;

/**
 * The id by which everything that one request led to is found again: the caller's own {@code X-Correlation-ID} if it is
 * 8 to 128 of {@code A-Za-z0-9._-}, so that it can stand in any log and header, else a new one.
 */
@Singleton
final class Correlation {
    static final String HEADER = "X-Correlation-ID";

    private static final int MIN = 8;
    private static final int MAX = 128;

    private final Ids ids;

    Correlation(Ids ids) {
        this.ids = ids;
    }

    String of(HttpRequest<?> request) {
        String theirs = request.getHeaders().get(HEADER);
        return theirs != null && isUsable(theirs) ? theirs : ids.next().toString();
    }

    private static boolean isUsable(String id) {
        return id.length() >= MIN && id.length() <= MAX && id.chars().allMatch(Correlation::isPlain);
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ".-_".indexOf(c) >= 0;
    }
}
