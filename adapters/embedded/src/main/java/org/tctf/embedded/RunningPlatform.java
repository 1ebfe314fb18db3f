package org.tctf.embedded;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.context.env.PropertySource;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.bus.EmbeddedBus;
import org.tctf.bus.EmbeddedScheduler;
import org.tctf.flags.PolledFlags;
import org.tctf.kernel.objects.ObjectStore;
import org.tctf.objects.FileObjects;
import org.tctf.sqlite.StorageException;

/** The platform in this process: all services on the class path behind one port of the loopback address. */
public final class RunningPlatform implements AutoCloseable {
    private static final String GRACE = "5s";
    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int UNLIMITED_FACTOR = 100_000;

    private final ApplicationContext context;
    private final NettyEmbeddedServer server;
    private final boolean isMoving;

    private RunningPlatform(ApplicationContext context, NettyEmbeddedServer server, boolean isMoving) {
        this.context = context;
        this.server = server;
        this.isMoving = isMoving;
    }

    /**
     * Starts it; when it returns, requests are answered and messages are delivered.
     *
     * @param instead objects that take the place of the platform's own of the same type, such as a test's clock
     * @throws CannotStart when it cannot; nothing is left running
     */
    public static RunningPlatform start(Settings settings, Object... instead) {
        return start(settings, true, instead);
    }

    /**
     * Starts one in which nothing moves by itself: requests are answered, but what they lead to waits for whoever delivers
     * it, and schedules wait for whoever runs them. For a simulation, which decides what happens next, and hands in its own
     * {@link org.tctf.kernel.event.EventBus}.
     *
     * @throws CannotStart when it cannot; nothing is left running
     */
    public static RunningPlatform startStill(Settings settings, Object... instead) {
        return start(settings, false, instead);
    }

    private static RunningPlatform start(Settings settings, boolean isMoving, Object... instead) {
        requireFree(settings.port());
        ApplicationContext context = ApplicationContext.builder()
                .bootstrapEnvironment(false)
                .deduceEnvironment(false)
                .enableDefaultPropertySources(false)
                .banner(false)
                .propertySources(PropertySource.of("tctf", properties(settings)))
                .singletons(settings)
                .singletons(Stream.of(instead)
                        .filter(one -> !(one instanceof InstantSource))
                        .toArray())
                .beanDefinitions(clocks(instead))
                .eagerInitSingletons(false)
                .build();
        try {
            context.start();
            if (isMoving) {
                openFilesBeside(context);
            }
            NettyEmbeddedServer server = context.getBean(NettyEmbeddedServer.class);
            if (isMoving) {
                context.getBean(EmbeddedBus.class).start();
                context.getBean(EmbeddedScheduler.class).start();
            }
            // What is wrong with the flags is said now, not at the first use.
            context.getBean(PolledFlags.class).renew();
            server.start();
            context.getBean(Readiness.class).set(true);
            return new RunningPlatform(context, server, isMoving);
        } catch (RuntimeException | Error failed) {
            close(context);
            throw sentence(failed, settings);
        }
    }

    /** Where it answers. */
    public URI address() {
        return server.getURI();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Stops accepting, finishes what runs, writes everything down; at most ten seconds. */
    @Override
    public void close() {
        context.getBean(Readiness.class).set(false);
        // Only the server: stop() would close the context, and the beans that still have to finish with it.
        server.stopServerOnly();
        if (isMoving) {
            // Side by side: each waits up to eight seconds for what it runs.
            try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
                both.execute(context.getBean(EmbeddedScheduler.class)::close);
                both.execute(context.getBean(EmbeddedBus.class)::close);
            }
        }
        context.close();
    }

    /** On the second core, while the server's beans are made on the first; whatever fails here fails again there. */
    private static void openFilesBeside(ApplicationContext context) {
        Thread.ofPlatform()
                .daemon()
                .name("open files")
                .uncaughtExceptionHandler((t, e) -> {})
                .start(() -> {
                    context.getBean(EmbeddedBus.class);
                    context.getBean(FileObjects.class);
                });
    }

    /** The framework has a clock too, whose type is exactly what is asked for; only a replacement comes before it. */
    private static RuntimeBeanDefinition<?>[] clocks(Object... instead) {
        return Stream.of(instead)
                .filter(InstantSource.class::isInstance)
                .map(InstantSource.class::cast)
                .map(clock -> RuntimeBeanDefinition.builder(InstantSource.class, () -> clock)
                        .singleton(true)
                        .replaces(InstantSource.class)
                        .build())
                .toArray(RuntimeBeanDefinition<?>[]::new);
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("micronaut.server.host", "127.0.0.1");
        properties.put("micronaut.server.port", settings.port() == 0 ? -1 : settings.port());
        // The largest that anything here may be; a route that says no more takes 16 KB (MaxBody).
        // Whether a page may call is decided by Origins; the framework would refuse what every page may read.
        properties.put("micronaut.server.cors.localhost-pass-through", true);
        properties.put("micronaut.server.max-request-size", ObjectStore.MAX_BYTES);
        properties.put("micronaut.server.server-header", "");
        properties.put("micronaut.server.date-header", true);
        properties.put("micronaut.lifecycle.graceful-shutdown.enabled", true);
        properties.put("micronaut.lifecycle.graceful-shutdown.grace-period", GRACE);
        // The thread that accepts connections would wait two seconds more for some to come.
        properties.put("micronaut.server.netty.parent.shutdown-quiet-period", "0s");
        properties.put("tctf.mode", settings.mode().name());
        properties.put("tctf.http.https", settings.publicUrl().getScheme().equals("https"));
        properties.put("tctf.http.trusted-proxies", settings.trustedProxies());
        if (settings.firstAdmin() != null) {
            properties.put("tctf.first-admin", settings.firstAdmin().value());
        }
        if (!settings.isRateLimited()) {
            properties.put("tctf.http.limits.anonymous", UNLIMITED);
            properties.put("tctf.http.limits.member", UNLIMITED);
            properties.put("tctf.http.limits.admin", UNLIMITED);
            properties.put("tctf.http.limits.route-factor", UNLIMITED_FACTOR);
        }
        return properties;
    }

    /** The framework wraps what beans throw; a person wants the one sentence inside. */
    private static RuntimeException sentence(Throwable failed, Settings settings) {
        CannotStart known = cause(failed, CannotStart.class);
        if (known != null) {
            return known;
        }
        StorageException storage = cause(failed, StorageException.class);
        if (storage != null) {
            return new CannotStart(String.valueOf(storage.getMessage()), storage);
        }
        if (cause(failed, BindException.class) != null || failed instanceof ServerStartupException) {
            return portInUse(settings.port(), failed);
        }
        return new CannotStart("The platform cannot start: %s".formatted(failed.getMessage()), failed);
    }

    /** Asked before anything is opened: the server would find out last, and complain in its own words. */
    private static void requireFree(int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        } catch (IOException inUse) {
            throw portInUse(port, inUse);
        }
    }

    private static CannotStart portInUse(int port, Throwable cause) {
        return new CannotStart(
                "Port %d of 127.0.0.1 is in use; stop what uses it, or set TCTF_PORT to another one.".formatted(port),
                cause);
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failed, Class<T> type) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static void close(ApplicationContext context) {
        try {
            context.close();
        } catch (RuntimeException alsoFailed) {
            // the first failure is the one to tell
        }
    }
}
