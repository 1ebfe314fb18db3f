package org.tctf.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The platform's rate limits ({@code tctf.http.limits.*}); a route's own come on top.
 *
 * @param anonymous requests an hour of one address without a token
 * @param member requests an hour of one member
 * @param admin requests an hour of one administrator
 * @param routeFactor multiplies the routes' own limits: 1 in production, more for a load test
 */
@ConfigurationProperties("tctf.http.limits")
public record Limits(
        @Bindable(defaultValue = "1000") int anonymous,
        @Bindable(defaultValue = "5000") int member,
        @Bindable(defaultValue = "10000") int admin,
        @Bindable(defaultValue = "1") int routeFactor) {

    static final Duration WINDOW = Duration.ofHours(1);
}
