package org.tctf.http;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One line for each request. The route's template stands for the path: ids and queries are not for logs. */
@Singleton
final class AccessLog implements RequestObserver {
    private static final Logger LOG = LoggerFactory.getLogger("org.tctf.http.access");

    @Override
    public void served(ServedRequest request) {
        LOG.atLevel(isOfTheProgram(request) ? Level.DEBUG : Level.INFO)
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

    /** Probes and the console's own pages would drown what members did. */
    private static boolean isOfTheProgram(ServedRequest request) {
        return request.service() == null && request.status() < 400;
    }
}
