package org.tctf.http;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request. The route's template stands for the path: ids and queries are not for logs. */
@Singleton
final class AccessLog implements RequestObserver {
    private static final Logger LOG = LoggerFactory.getLogger("org.tctf.http.access");

    @Override
    public void served(ServedRequest request) {
        LOG.atInfo()
                .addKeyValue("status", request.status())
                .addKeyValue("ms", request.duration().toMillis())
                .log(
                        "{} {} {} {} ms {}",
                        request.method(),
                        request.route(),
                        request.status(),
                        request.duration().toMillis(),
                        request.correlationId());
    }
}
