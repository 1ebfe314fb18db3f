package org.tctf.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void withoutProxiesOfOursTheHeaderIsNotBelieved() {
        assertThat(address(0, "1.2.3.4")).isEqualTo("9.9.9.9");
    }

    @Test
    void withProxiesTheEntryThatTheFirstOfThemWroteCounts() {
        assertThat(address(1, "6.6.6.6, 1.2.3.4")).isEqualTo("1.2.3.4");
        assertThat(address(2, "6.6.6.6, 1.2.3.4, 10.0.0.1")).isEqualTo("1.2.3.4");
    }

    @Test
    void aRequestThatCameAroundTheProxyCountsForItsPeer() {
        assertThat(address(2, "1.2.3.4")).isEqualTo("9.9.9.9");
    }

    @Test
    void addressesOfOneHouseholdCountTogether() {
        assertThat(address(1, "2001:db8:1:2:aaaa::1")).isEqualTo(address(1, "2001:db8:1:2:bbbb::2"));
        assertThat(address(1, "2001:db8:1:3::1")).isNotEqualTo(address(1, "2001:db8:1:2::1"));
    }

    @Test
    void whatIsNoAddressCountsAsUnknown() {
        assertThat(address(1, "evil.example.org")).isEqualTo("unknown");
    }

    private static String address(int proxies, String forwardedFor) {
        HttpRequest<?> request = new SimpleHttpRequest<>(HttpMethod.GET, "/", null) {
            @Override
            public InetSocketAddress getRemoteAddress() {
                return new InetSocketAddress("9.9.9.9", 1234);
            }
        }.header("X-Forwarded-For", forwardedFor);
        return new ClientAddress(new HttpSettings(proxies, false, List.of())).of(request);
    }
}
