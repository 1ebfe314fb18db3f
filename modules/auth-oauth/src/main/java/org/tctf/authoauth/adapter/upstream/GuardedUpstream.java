package org.tctf.authoauth.adapter.upstream;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.kernel.Problem;
import org.tctf.kernel.breaker.Breaker;
import org.tctf.kernel.breaker.BreakerStates;

/**
 * One provider behind a bulkhead, a circuit breaker and time limits. What it refuses counts as a success of the provider: it
 * works, it just does not want this request. What only reads is tried a second time.
 */
final class GuardedUpstream {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedUpstream.class);

    private final String name;
    private final BoundedSender sender;
    private final Breaker breaker;
    private final Semaphore places = new Semaphore(UpstreamLimits.AT_ONCE);

    GuardedUpstream(SignInProvider provider, BoundedSender sender, BreakerStates breakers, InstantSource clock) {
        name = provider.name();
        this.sender = sender;
        breaker = new Breaker("sign-in provider " + provider.id(), breakers, clock);
    }

    /** @throws Problem {@code PROVIDER_UNAVAILABLE} */
    HTTPResponse send(HTTPRequest request) {
        if (!places.tryAcquire()) {
            throw unavailable();
        }
        try {
            int tries = request.getMethod() == HTTPRequest.Method.GET ? 2 : 1;
            for (int left = tries; left > 0; left--) {
                HTTPResponse response = attempt(request);
                if (response != null) {
                    return response;
                }
            }
            throw unavailable();
        } finally {
            places.release();
        }
    }

    private @Nullable HTTPResponse attempt(HTTPRequest request) {
        Breaker.Attempt attempt = breaker.attempt().orElseThrow(this::unavailable);
        try {
            HTTPResponse response = inTime(request);
            attempt.succeeded();
            return response;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while %s was asked".formatted(name), stopped);
        } catch (IOException | TimeoutException failed) {
            attempt.failed();
            LOG.info("{} did not answer {}: {}", name, request.getURI().getHost(), String.valueOf(failed.getMessage()));
            return null;
        }
    }

    // The connection's own limits are for each step; this one is for the whole.
    private HTTPResponse inTime(HTTPRequest request) throws InterruptedException, IOException, TimeoutException {
        FutureTask<HTTPResponse> sending = new FutureTask<>(() -> request.send(sender));
        Thread.ofVirtual().name("sign-in-" + name).start(sending);
        try {
            return sending.get(UpstreamLimits.ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
        } finally {
            sending.cancel(true);
        }
    }

    Problem unavailable() {
        return Problem.of(
                        Problem.Kind.UNAVAILABLE,
                        "PROVIDER_UNAVAILABLE",
                        "%s does not answer at the moment; try again in a minute, or sign in another way."
                                .formatted(name))
                .retryAfter(Breaker.REST);
    }
}
