package org.tctf.communication.adapter.hook;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.tctf.communication.application.HookCarrier;

/**
 * Posts by Apache's client, for one reason: its resolver hands the connection the very addresses that were looked at. With a
 * client that asks again, a name that leads here on the second question gets through (DNS rebinding). It follows no redirect,
 * keeps no cookie, no connection and no proxy, repeats nothing, and reads nothing of an answer but its status.
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
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(only(mayGoTo))
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

    /**
     * @return the status of the answer
     * @throws UncheckedIOException when there was none
     */
    public int post(HookCarrier.Post post) {
        HttpPost request = new HttpPost(post.url());
        request.setHeader("webhook-id", post.id());
        request.setHeader("webhook-timestamp", Long.toString(post.at().getEpochSecond()));
        request.setHeader("webhook-signature", Signature.of(post.secret(), post.id(), post.at(), post.body()));
        request.setEntity(new StringEntity(post.body(), ContentType.APPLICATION_JSON));
        try (ClassicHttpResponse answer = client.executeOpen(null, request, null)) {
            return answer.getCode();
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(noAnswer);
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
