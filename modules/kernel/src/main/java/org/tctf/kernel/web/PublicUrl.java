package org.tctf.kernel.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.tctf.kernel.service.Socket;

/**
 * Where people reach this platform, as it stands in links that leave it: {@code TCTF_PUBLIC_URL}. Never taken from a
 * request's Host header, which a stranger writes (CWE-640).
 */
public record PublicUrl(URI base) {

    /** @throws IllegalArgumentException when it is not an absolute http(s) address without query and fragment */
    public PublicUrl {
        if (!Set.of("http", "https").contains(String.valueOf(base.getScheme()))
                || base.getHost() == null
                || base.getRawQuery() != null
                || base.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "TCTF_PUBLIC_URL must look like https://tctf.example, not %s".formatted(base));
        }
    }

    /** The address of a path, {@code /v1/…}. */
    public URI at(String path) {
        return URI.create(base.toString().replaceAll("/+$", "") + path);
    }

    /** The address of a path with one query parameter. */
    public URI at(String path, String parameter, String value) {
        return URI.create(at(path) + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** The address of a WebSocket that is served here. */
    public URI ofSocket(Socket socket) {
        return URI.create(at(socket.path()).toString().replaceFirst("^http", "ws"));
    }
}
