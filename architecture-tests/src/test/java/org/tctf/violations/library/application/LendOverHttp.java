package org.tctf.violations.library.application;

import io.micronaut.http.HttpStatus;
import java.net.http.HttpClient;

/** A use case that knows the framework, and calls somebody. */
public final class LendOverHttp {
    public HttpStatus lend() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.version() == HttpClient.Version.HTTP_2 ? HttpStatus.OK : HttpStatus.ACCEPTED;
        }
    }
}
