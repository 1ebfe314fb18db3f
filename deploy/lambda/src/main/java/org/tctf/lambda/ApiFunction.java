package org.tctf.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyEventHandler;
import io.micronaut.http.annotation.Controller;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.servlet.http.ServletExchange;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tctf.http.TimeLeft;
import org.tctf.kernel.table.ServiceTables;

/** HTTP requests from API Gateway (REST API, Lambda proxy integration, payload 1.0) through the one pipeline. */
public final class ApiFunction extends ServiceFunction {
    private static final int PRIMING_ROUNDS = 20;
    private static final Duration PRIMING = Duration.ofSeconds(5);

    /** Tells the pipeline when Lambda will end the process. Lambda gives a process one request at a time. */
    private static final class Handler extends ApiGatewayProxyEventHandler {
        private volatile Deadline deadline = Deadline.in(Duration.ZERO);

        Handler(ApplicationContext context) {
            super(context);
        }

        APIGatewayProxyResponseEvent answer(APIGatewayProxyRequestEvent request, Deadline until) {
            deadline = until;
            return exchange(request, new APIGatewayProxyResponseEvent())
                    .getResponse()
                    .getNativeResponse();
        }

        @Override
        protected ServletExchange<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> createExchange(
                APIGatewayProxyRequestEvent request, APIGatewayProxyResponseEvent response) {
            ServletExchange<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> exchange =
                    super.createExchange(request, response);
            TimeLeft.set(exchange.getRequest(), deadline.left());
            return exchange;
        }
    }

    /**
     * One thread that stays, and another where a request has outlived its time. Threads of the system: a virtual one would
     * hand each wait for DynamoDB to a poller and back, which is for those who wait for many at once.
     */
    private final ExecutorService requests = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("request-", 0).factory());

    private final Handler handler;
    private final InstantSource clock;

    public ApiFunction() {
        this(Container.ofProcess());
    }

    ApiFunction(Container container) {
        super(container);
        handler = new Handler((ApplicationContext) beans());
        clock = beans().getBean(InstantSource.class);
    }

    @Override
    JsonNode answer(JsonNode event, Deadline deadline) {
        Future<APIGatewayProxyResponseEvent> answer =
                requests.submit(() -> handler.answer(ProxyRequest.of(event), deadline));
        try {
            return ProxyResponse.json(answer.get(deadline.leftForWork().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException tooLong) {
            answer.cancel(true);
            return ProxyResponse.timedOut(event.path("path").asText(), clock.instant());
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the pipeline let a failure through", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    /**
     * Makes all controllers with what they need, and serves requests that change nothing: one to no route, and many with a
     * token that looks like ours and is not, for which keys and limits are looked up.
     */
    @Override
    void prime() {
        Priming.read(beans().getBean(ServiceTables.class).of(service()));
        beans().getBeansOfType(Object.class, Qualifiers.byStereotype(Controller.class));
        Priming.flags(beans(), service());
        ObjectNode request = Json.MAPPER.createObjectNode();
        request.put("httpMethod", "GET").put("path", "/v1/priming").put("resource", "/");
        for (int round = 0; round < PRIMING_ROUNDS; round++) {
            answer(request, Deadline.in(PRIMING));
            request.withObject("/multiValueHeaders")
                    .putArray("Authorization")
                    .removeAll()
                    .add("Bearer " + Priming.token());
        }
    }
}
