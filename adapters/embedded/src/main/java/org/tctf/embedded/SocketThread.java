package org.tctf.embedded;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.http.server.netty.NettyHttpRequest;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Ends a handshake in the channel's own thread. The framework changes the channel's handlers in whatever thread the filters
 * end in; beside the channel's own, a client's first message would meet them half changed, and be lost.
 */
@ServerFilter("/v1/*/socket")
@Order(Ordered.HIGHEST_PRECEDENCE) // around the pipeline, which ends in a thread of its own
final class SocketThread {

    @RequestFilter
    Publisher<HttpResponse<?>> back(HttpRequest<?> request, FilterContinuation<Publisher<HttpResponse<?>>> pipeline) {
        var loop = ((NettyHttpRequest<?>) request)
                .getChannelHandlerContext()
                .channel()
                .eventLoop();
        return Flux.from(pipeline.proceed()).publishOn(Schedulers.fromExecutor(loop));
    }
}
