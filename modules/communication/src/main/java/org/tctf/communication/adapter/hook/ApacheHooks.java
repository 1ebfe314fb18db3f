package org.tctf.communication.adapter.hook;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.application.HookCarrier;

/**
 * Posts by Apache's client, for one reason: its resolver hands the connection the very addresses that were looked at. With a
 * client that asks again, a name that leads here on the second question gets through (DNS rebinding). It follows no redirect,
 * keeps no cookie, no connection and no proxy, repeats nothing, and reads nothing of an answer but its status and when to come again.
 */
@Singleton
public class ApacheHooks {
    private static final Timeout STEP = Timeout.ofSeconds(5);
    private static final int MOST_AT_ONCE = 32;

    private final CloseableHttpClient client;

    /** Posts to public addresses. */
    @Inject
    public ApacheHooks() throws NoSuchAlgorithmException {
        this(PublicAddresses::contains, SSLContext.getDefault());
    }

    ApacheHooks(Predicate<InetAddress> mayGoTo, SSLContext tls) {
        this(only(mayGoTo), DefaultSchemePortResolver.INSTANCE, tls);
    }

    /** For tests, whose servers have neither a public name nor HTTPS' own port. */
    ApacheHooks(DnsResolver names, SchemePortResolver ports, SSLContext tls) {
        client = HttpClients.custom()
                .setSchemePortResolver(ports)
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setSchemePortResolver(ports)
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                        .setMaxConnTotal(MOST_AT_ONCE)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(STEP)
                                .setSocketTimeout(STEP)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(STEP)
                        .setResponseTimeout(STEP)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("TCTF-Webhooks/1.0")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** @param retryAfter as RFC 9110 §10.2.3 has it */
    public record Answer(int status, @Nullable String retryAfter) {
        private static final int REQUEST_TIMEOUT = 408;
        private static final int TOO_MANY_REQUESTS = 429;

        public boolean isYes() {
            return status / 100 == 2;
        }

        /** Whether the same may be taken later. A redirect is not followed: whoever answers by one could lead us anywhere. */
        public boolean isNotNow() {
            return status >= 500 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS;
        }

        /** The same to throw. */
        public IllegalStateException failure() {
            return new IllegalStateException("it answered " + status);
        }
    }

    /** @throws IllegalStateException when there was no answer; it does not tell where from */
    public Answer post(HookCarrier.Post post) {
        HttpPost request = new HttpPost(post.url());
        request.setHeader("webhook-id", post.id());
        request.setHeader("webhook-timestamp", Long.toString(post.at().getEpochSecond()));
        request.setHeader("webhook-signature", Signature.of(post.secret(), post.id(), post.at(), post.body()));
        request.setEntity(new StringEntity(post.body(), ContentType.APPLICATION_JSON));
        return answer(request);
    }

    /**
     * Posts these bytes.
     *
     * @throws IllegalStateException when there was no answer; it does not tell where from
     */
    public Answer post(URI url, Map<String, String> headers, byte[] body) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_OCTET_STREAM));
        return answer(request);
    }

    private Answer answer(HttpPost request) {
        try (ClassicHttpResponse answer = client.executeOpen(null, request, null)) {
            Header retryAfter = answer.getFirstHeader(HttpHeaders.RETRY_AFTER);
            return new Answer(answer.getCode(), retryAfter == null ? null : retryAfter.getValue());
        } catch (IOException noAnswer) {
            throw new IllegalStateException("no answer: " + noAnswer.getClass().getSimpleName(), noAnswer);
        }
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
    }

    private static DnsResolver only(Predicate<InetAddress> mayGoTo) {
        return new SystemDefaultDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                InetAddress[] allowed =
                        Stream.of(super.resolve(host)).filter(mayGoTo).toArray(InetAddress[]::new);
                if (allowed.length == 0) {
                    throw new NotAPublicAddress(host);
                }
                return allowed;
            }
        };
    }
}
