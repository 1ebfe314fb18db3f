package org.tctf.communication.adapter.hook;

import java.net.InetAddress;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.tctf.testing.PushService;

/** The product's own client, for which every name leads to a test's push service. */
public final class LocalHooks {
    private LocalHooks() {}

    public static ApacheHooks to(PushService service, SSLContext tls) {
        return new ApacheHooks(new HereIsTheService(), host -> service.port(), tls);
    }

    private static final class HereIsTheService extends SystemDefaultDnsResolver {
        @Override
        public InetAddress[] resolve(String host) {
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }
    }
}
