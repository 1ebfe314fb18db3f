package org.tctf.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * What an installation may set ({@code tctf.http.*}).
 *
 * @param trustedProxies how many reverse proxies of ours stand in front and append to {@code X-Forwarded-For}; 0 = the
 *     header is not believed
 * @param https whether clients reach us by TLS only; then answers carry HSTS (RFC 6797)
 * @param corsOrigins web origins whose pages may call us, exactly as browsers send them; none unless said
 */
@ConfigurationProperties("tctf.http")
public record HttpSettings(
        @Bindable(defaultValue = "0") int trustedProxies,
        @Bindable(defaultValue = "false") boolean https,
        @Bindable(defaultValue = "") List<String> corsOrigins) {

    public HttpSettings {
        corsOrigins = corsOrigins.stream().filter(origin -> !origin.isBlank()).toList();
    }
}
