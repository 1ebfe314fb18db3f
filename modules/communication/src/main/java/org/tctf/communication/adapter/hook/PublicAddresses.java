package org.tctf.communication.adapter.hook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Which addresses anybody could reach. All others lead into our own network, or to what only its machines may ask: a cloud's
 * metadata, a database (CWE-918). The ranges are those that IANA's special-purpose registries (RFC 6890) do not call globally
 * reachable.
 */
final class PublicAddresses {

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address v4 -> isPublic(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
            // 2000::/3 is all that was ever given out; within it, documentation, and ways to wrap an IPv4 address.
            case Inet6Address v6 -> (bytes[0] & 0xe0) == 0x20 && !isSpecial(bytes);
            default -> false;
        };
    }

    private static boolean isPublic(int first, int second, int third) {
        return !(first == 0
                || first == 10
                || first == 127
                || first >= 224
                || first == 100 && second >= 64 && second < 128
                || first == 169 && second == 254
                || first == 172 && second >= 16 && second < 32
                || first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 192 && second == 88 && third == 99
                || first == 192 && second == 168
                || first == 198 && (second == 18 || second == 19)
                || first == 198 && second == 51 && third == 100
                || first == 203 && second == 0 && third == 113);
    }

    /** 2001::/23 (Teredo and others), 2001:db8::/32, 2002::/16 (6to4), 3fff::/20. */
    private static boolean isSpecial(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        return first == 0x2001 && (second < 0x0200 || second == 0x0db8)
                || first == 0x2002
                || first == 0x3fff && second < 0x1000;
    }
}
