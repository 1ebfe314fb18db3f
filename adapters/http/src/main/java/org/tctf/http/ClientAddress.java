package org.tctf.http;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;

/**
 * Whose requests are counted together while nobody is signed in.
 *
 * <p>{@code X-Forwarded-For} is believed only as far as our own proxies wrote it: the n-th entry from the right with n
 * proxies, since everything left of it came from the client. An IPv6 address counts by its /64, the least that a
 * provider gives a household (RFC 6177): otherwise one caller has 2^64 allowances.
 */
@Singleton
public final class ClientAddress {
    private static final int BYTES_OF_64_BITS = 8;

    private final HttpSettings settings;

    ClientAddress(HttpSettings settings) {
        this.settings = settings;
    }

    /** The address, grouped. */
    public String of(HttpRequest<?> request) {
        if (settings.trustedProxies() > 0) {
            List<String> chain = request.getHeaders().getAll("X-Forwarded-For").stream()
                    .flatMap(line -> List.of(line.split(",", -1)).stream())
                    .map(String::strip)
                    .toList();
            int client = chain.size() - settings.trustedProxies();
            if (client >= 0) {
                return grouped(chain.get(client));
            }
        }
        InetSocketAddress peer = request.getRemoteAddress();
        return peer == null || peer.getAddress() == null ? "unknown" : grouped(peer.getAddress());
    }

    /** The same of an address that our own gateway has seen. */
    public static String grouped(String literal) {
        try {
            return grouped(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException notAnAddress) {
            return "unknown";
        }
    }

    private static String grouped(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, BYTES_OF_64_BITS) + "::/64"
                : address.getHostAddress();
    }
}
