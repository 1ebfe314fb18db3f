package org.tctf.http;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Role;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.web.IdempotencyWindow;
import org.tctf.kernel.web.MaxBody;
import org.tctf.kernel.web.ProtocolRoute;
import org.tctf.kernel.web.Quota;
import org.tctf.kernel.web.RateLimit;

/**
 * Every route's policy, read from the annotation metadata that the compiler left, and kept: no request pays for it
 * twice. What a method says goes before what its class says.
 */
@Singleton
final class RoutePolicies {
    private final Map<RouteInfo<?>, RoutePolicy> policies = new ConcurrentHashMap<>();
    private final List<Service> services = Service.all();
    private final Limits limits;

    RoutePolicies(Limits limits) {
        this.limits = limits;
    }

    /** The policy of the route that the request was matched to; none when there is no such route. */
    @Nullable
    RoutePolicy of(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .map(route -> policies.computeIfAbsent(route, this::read))
                .orElse(null);
    }

    /** Reads a policy anew, without keeping it. */
    RoutePolicy read(RouteInfo<?> route) {
        AnnotationMetadata all = route.getAnnotationMetadata();
        AnnotationMetadata own = route instanceof MethodBasedRouteInfo<?, ?> onMethod
                ? onMethod.getTargetMethod()
                        .getExecutableMethod()
                        .getAnnotationMetadata()
                        .getDeclaredMetadata()
                : all;
        boolean saysItself =
                own.hasDeclaredAnnotation(PermitAll.class) || own.hasDeclaredAnnotation(RolesAllowed.class);
        AnnotationMetadata access = saysItself ? own : all;
        return new RoutePolicy(
                method(route),
                route instanceof UriRouteInfo<?, ?> onUri ? template(onUri) : "*",
                access.hasAnnotation(PermitAll.class),
                roles(access),
                all.intValue(MaxBody.class).orElse(MaxBody.DEFAULT),
                own.hasAnnotation(StreamedBody.class),
                quota(all),
                all.enumValue(RateLimit.class, "by", RateLimit.By.class).orElse(RateLimit.By.CALLER),
                Duration.parse(all.stringValue(IdempotencyWindow.class).orElse(IdempotencyWindow.DEFAULT)),
                all.hasAnnotation(ProtocolRoute.class),
                service(route.getDeclaringType()));
    }

    private static String method(RouteInfo<?> route) {
        HttpMethod method = route instanceof UriRouteInfo<?, ?> onUri ? onUri.getHttpMethod() : HttpMethod.CUSTOM;
        return (method == HttpMethod.HEAD ? HttpMethod.GET : method).name();
    }

    private static String template(UriRouteInfo<?, ?> route) {
        // Query variables ({?limit,cursor}) are not part of what names a route.
        String template = route.getUriMatchTemplate().toString();
        int query = template.indexOf("{?");
        return query < 0 ? template : template.substring(0, query);
    }

    /** Those that are named, and those that include them: so the documents say all that may call. */
    private static Set<Role> roles(AnnotationMetadata access) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String named : access.stringValues(RolesAllowed.class)) {
            Stream.of(Role.values())
                    .filter(role -> role.includes(Role.valueOf(named)))
                    .forEach(roles::add);
        }
        return roles;
    }

    private @Nullable Quota quota(AnnotationMetadata all) {
        AnnotationValue<RateLimit> limit = all.getAnnotation(RateLimit.class);
        return limit == null
                ? null
                : new Quota(
                        "route",
                        raised(limit.intValue().orElseThrow()),
                        Duration.parse(limit.stringValue("per").orElseThrow()));
    }

    private int raised(int requests) {
        return (int) Math.min(Integer.MAX_VALUE, (long) requests * limits.routeFactor());
    }

    private @Nullable ServiceDefinition service(@Nullable Class<?> controller) {
        if (controller == null) {
            return null;
        }
        String name = controller.getPackageName() + ".";
        for (Service service : services) {
            if (name.startsWith(service.getClass().getPackageName() + ".")) {
                return service.definition();
            }
        }
        return null;
    }
}
