package org.tctf.communication.adapter.hook;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;
import org.tctf.testing.PushService;

/** The platform's own client, which goes to a test's push service while there is one; without one it is as it always is. */
@Factory
public final class PushServiceOfTheTest {
    private static final AtomicReference<@Nullable Running> RUNNING = new AtomicReference<>();

    private record Running(PushService service, SSLContext tls) {}

    /** For platforms that are started from now on. */
    public static void is(PushService service, SSLContext tls) {
        RUNNING.set(new Running(service, tls));
    }

    public static void isOver() {
        RUNNING.set(null);
    }

    @Singleton
    @Replaces(ApacheHooks.class)
    ApacheHooks hooks() throws NoSuchAlgorithmException {
        Running running = RUNNING.get();
        return running == null
                ? new ApacheHooks()
                : new ApacheHooks(
                        new OnlyTheService(), host -> running.service().port(), running.tls());
    }

    private static final class OnlyTheService extends SystemDefaultDnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (!host.equals(PushService.NAME)) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }
    }
}
