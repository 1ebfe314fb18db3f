package org.tctf.localaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket API of API Gateway with one Lambda proxy integration for {@code $connect}, {@code $disconnect}, {@code
 * $default} and named routes that have a route response, and its management API (API Gateway Developer Guide, "Working with
 * WebSocket APIs" and "Use @connections commands"; its quotas). Signatures are not checked.
 */
public final class FakeSockets implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STAGE = "live";
    private static final String CONNECTIONS = "/" + STAGE + "/@connections/";
    private static final int MAX_FRAME = 32 * 1024;
    private static final int MAX_MESSAGE = 128 * 1024;

    private final MultiThreadIoEventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Channel> open = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger pending = new AtomicInteger();
    private final SecureRandom random = new SecureRandom();
    private final Set<String> routes;
    private final Channel server;
    private volatile UnaryOperator<JsonNode> function;

    /**
     * @param routes the named ones, by {@code $request.body.action}
     * @param function what answers the events
     */
    public FakeSockets(Set<String> routes, UnaryOperator<JsonNode> function) {
        this.routes = Set.copyOf(routes);
        this.function = function;
        server = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                // As little as a client of API Gateway may leave unread; the system's own buffer would hide a slow one.
                .childOption(ChannelOption.SO_SNDBUF, MAX_FRAME)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(2 * MAX_MESSAGE))
                                .addLast(new Http());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    /** Where clients connect; with {@code http} instead of {@code ws}, where the management API is. */
    public URI address() {
        return URI.create(
                "ws://127.0.0.1:%d/%s".formatted(((InetSocketAddress) server.localAddress()).getPort(), STAGE));
    }

    /** From now on, this answers the events. */
    public void feed(UnaryOperator<JsonNode> other) {
        function = other;
    }

    /** The management API answers the next so many calls with a failure of its own. */
    public void failNext(int times) {
        failures.set(times);
    }

    /** Whether no event is being answered. */
    public boolean isQuiet() {
        return pending.get() == 0;
    }

    /** Ends all connections. */
    public void clear() {
        open.values().forEach(Channel::close);
    }

    @Override
    public void close() {
        server.close();
        clear();
        calls.shutdownNow();
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private @Nullable JsonNode call(ObjectNode event) {
        pending.incrementAndGet();
        try {
            return function.apply(event);
        } catch (RuntimeApi.FunctionError failed) {
            System.getLogger(FakeSockets.class.getName())
                    .log(System.Logger.Level.WARNING, "the function failed: {0}", failed.getMessage());
            return null;
        } finally {
            pending.decrementAndGet();
        }
    }

    private String newId() {
        byte[] bytes = new byte[11];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes).replace('/', 'x').replace('+', 'y');
    }

    private static ObjectNode event(String type, String route, String connectionId) {
        ObjectNode event = JSON.createObjectNode();
        ObjectNode context = event.putObject("requestContext");
        context.put("routeKey", route)
                .put("eventType", type)
                .put("messageDirection", "IN")
                .put("stage", STAGE)
                .put("apiId", "fake")
                .put("domainName", "fake.execute-api.eu-west-1.amazonaws.com")
                .put("connectionId", connectionId);
        context.putObject("identity").put("sourceIp", "127.0.0.1");
        return event.put("isBase64Encoded", false);
    }

    /** Handshakes and the management API, both HTTP. */
    private final class Http extends SimpleChannelInboundHandler<FullHttpRequest> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            if (request.uri().startsWith(CONNECTIONS)) {
                manage(context.channel(), request);
            } else {
                FullHttpRequest kept = request.retain();
                calls.execute(() -> connect(context.channel(), kept));
            }
        }

        private void connect(Channel channel, FullHttpRequest request) {
            String id = newId();
            ObjectNode event = event("CONNECT", "$connect", id);
            ObjectNode headers = event.putObject("headers");
            request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
            ObjectNode query = event.putObject("queryStringParameters");
            new QueryStringDecoder(request.uri())
                    .parameters()
                    .forEach((name, values) -> query.put(name, values.getLast()));
            JsonNode answer = call(event);
            int status = answer == null ? 500 : answer.path("statusCode").asInt();
            channel.eventLoop().execute(() -> {
                try {
                    if (status == 200) {
                        handshake(channel, request, id);
                    } else {
                        respond(channel, status, null, "");
                    }
                } finally {
                    request.release();
                }
            });
        }

        private void handshake(Channel channel, FullHttpRequest request, String id) {
            WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                            address().toString(), null, true, MAX_FRAME)
                    .newHandshaker(request);
            if (handshaker == null) {
                WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(channel);
                return;
            }
            channel.pipeline().remove(this);
            channel.pipeline().addLast(new WebSocketFrameAggregator(MAX_MESSAGE), new Messages(id));
            open.put(id, channel);
            handshaker.handshake(channel, request);
        }

        private void manage(Channel channel, FullHttpRequest request) {
            String id = URLDecoder.decode(request.uri().substring(CONNECTIONS.length()), StandardCharsets.UTF_8);
            Channel client = open.get(id);
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                respond(channel, 500, "InternalServerErrorException", "Internal server error");
            } else if (client == null || !client.isActive()) {
                respond(channel, 410, "GoneException", "");
            } else if (request.method().equals(HttpMethod.DELETE)) {
                client.writeAndFlush(new CloseWebSocketFrame(1000, "Connection Closed Normally"))
                        .addListener(ChannelFutureListener.CLOSE);
                // One that does not read would never get to the frame.
                client.eventLoop().schedule(() -> client.close(), 1, TimeUnit.SECONDS);
                respond(channel, 204, null, "");
            } else if (request.content().readableBytes() > MAX_MESSAGE) {
                respond(channel, 413, "PayloadTooLargeException", "");
            } else if (!client.isWritable()) {
                respond(channel, 429, "LimitExceededException", "");
            } else {
                client.writeAndFlush(new TextWebSocketFrame(request.content().retain()));
                respond(channel, 200, null, "");
            }
        }

        private static void respond(Channel channel, int status, @Nullable String error, String message) {
            byte[] body = error == null
                    ? new byte[0]
                    : JSON.createObjectNode().put("message", message).toString().getBytes(StandardCharsets.UTF_8);
            var response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
            response.headers()
                    .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                    .set(HttpHeaderNames.CONNECTION, "close");
            if (error != null) {
                response.headers().set("x-amzn-ErrorType", error);
            }
            channel.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** One client's messages; as API Gateway does it, none waits for the one before. */
    private final class Messages extends SimpleChannelInboundHandler<WebSocketFrame> {
        private final String id;

        Messages(String id) {
            this.id = id;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            switch (frame) {
                case TextWebSocketFrame text -> {
                    String body = text.text();
                    calls.execute(() -> message(context.channel(), body));
                }
                case PingWebSocketFrame ping ->
                    context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
                case CloseWebSocketFrame close ->
                    context.writeAndFlush(new CloseWebSocketFrame(1000, "")).addListener(ChannelFutureListener.CLOSE);
                default ->
                    context.writeAndFlush(new CloseWebSocketFrame(1003, "")).addListener(ChannelFutureListener.CLOSE);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable tooLarge) {
            context.writeAndFlush(new CloseWebSocketFrame(1009, "Message too long"))
                    .addListener(ChannelFutureListener.CLOSE);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            open.remove(id);
            if (!calls.isShutdown()) {
                calls.execute(() -> call(event("DISCONNECT", "$disconnect", id)));
            }
        }

        private void message(Channel channel, String body) {
            ObjectNode event = event("MESSAGE", route(body), id);
            event.put("body", body);
            JsonNode answer = call(event);
            String text = answer == null
                    ? "{\"message\":\"Internal server error\",\"connectionId\":\"%s\"}".formatted(id)
                    : answer.path("body").asText("");
            if (!text.isEmpty()) {
                channel.writeAndFlush(new TextWebSocketFrame(text));
            }
        }

        private String route(String body) {
            try {
                String action = JSON.readTree(body).path("action").asText();
                return routes.contains(action) ? action : "$default";
            } catch (IOException notJson) {
                return "$default";
            }
        }
    }
}
