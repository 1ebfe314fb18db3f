package org.tctf.lambda;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanContext;
import io.micronaut.context.env.PropertySource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tctf.blueprint.Variable;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * The service of this package with its distributed twins, started when the process starts. Nothing is made before it is
 * needed: a function pays only for its own way in.
 */
final class Container implements AutoCloseable {

    /** Of this process. */
    private static final class Holder {
        private static final Container INSTANCE = start(new Surroundings(System.getenv()));
    }

    private final ApplicationContext context;
    private final ServiceDefinition service;

    private Container(ApplicationContext context, ServiceDefinition service) {
        this.context = context;
        this.service = service;
    }

    /** The one of this process. */
    static Container ofProcess() {
        return Holder.INSTANCE;
    }

    /**
     * @param instead objects that take the place of the container's own of the same type
     * @throws IllegalStateException when the package has no service, or more than one
     */
    static Container start(Surroundings surroundings, Object... instead) {
        List<Service> services = Service.all();
        if (services.size() != 1) {
            throw new IllegalStateException("a package has one service, this one %d".formatted(services.size()));
        }
        ServiceDefinition service = services.getFirst().definition();
        ApplicationContext context = ApplicationContext.builder()
                .bootstrapEnvironment(false)
                .deduceEnvironment(false)
                .enableDefaultPropertySources(false)
                .banner(false)
                .propertySources(PropertySource.of("tctf", properties(surroundings)))
                .singletons(surroundings, service)
                .singletons(instead)
                .eagerInitSingletons(false)
                .build();
        context.start();
        return new Container(context, service);
    }

    /** The one service that is packaged here. */
    ServiceDefinition service() {
        return service;
    }

    BeanContext beans() {
        return context;
    }

    /** An invocation is over: what it has recorded must leave before the process is frozen. */
    void flush() {
        context.getBean(Tracing.Spans.class).flush();
    }

    /** The process goes on from a snapshot: what must not be shared by all that do is renewed. */
    void restored() {
        context.getBeansOfType(Restorable.class).forEach(Restorable::restored);
    }

    @Override
    public void close() {
        context.close();
    }

    private static Map<String, Object> properties(Surroundings surroundings) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("tctf.http.https", true);
        // ApiFunction puts the one address there that API Gateway has seen.
        properties.put("tctf.http.trusted-proxies", 1);
        // Whether a page may call is decided by Origins, also on a developer's own machine.
        properties.put("micronaut.server.cors.localhost-pass-through", true);
        surroundings
                .optional(Variable.TCTF_CORS_ORIGINS)
                .ifPresent(origins -> properties.put("tctf.http.cors-origins", List.of(origins.split(",", -1))));
        surroundings
                .optional(Variable.TCTF_FIRST_ADMIN)
                .ifPresent(address -> properties.put("tctf.first-admin", address));
        return properties;
    }
}
