package org.tctf.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where mail is handed in: {@code smtp://host:587}, {@code smtp://user:password@host:587} or
 * {@code smtps://user:password@host:465}. Reserved characters in user and password are percent-encoded.
 *
 * <p>{@code smtps} speaks TLS from the first byte (RFC 8314 §3.3); {@code smtp} uses STARTTLS when the server offers it,
 * and insists on it when there is a password, except on this machine itself.
 */
record SmtpServer(
        boolean isTls,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException when the address is not one; the message does not repeat a password */
    static SmtpServer of(URI address) {
        String scheme = String.valueOf(address.getScheme());
        String host = address.getHost();
        if (!(scheme.equals("smtp") || scheme.equals("smtps")) || host == null) {
            throw new IllegalArgumentException(
                    "A mail server's address looks like smtp://user:password@mail.example.org:587 or smtps://….");
        }
        boolean isTls = scheme.equals("smtps");
        int port = address.getPort() >= 0 ? address.getPort() : isTls ? 465 : 587;
        String credentials = address.getRawUserInfo();
        if (credentials == null) {
            return new SmtpServer(isTls, host, port, null, null);
        }
        int colon = credentials.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("The mail server's address has a user but no password.");
        }
        return new SmtpServer(
                isTls, host, port, decode(credentials.substring(0, colon)), decode(credentials.substring(colon + 1)));
    }

    String protocol() {
        return isTls ? "smtps" : "smtp";
    }

    /** Settings of Angus Mail (package {@code org.eclipse.angus.mail.smtp}). */
    Properties properties(Duration timeout) {
        String millis = Long.toString(timeout.toMillis());
        Properties properties = new Properties();
        String prefix = "mail." + protocol() + ".";
        properties.setProperty(prefix + "connectiontimeout", millis);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(
                prefix + "starttls.required", Boolean.toString(password != null && !THIS_MACHINE.contains(host)));
        return properties;
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return protocol() + "://" + host + ":" + port;
    }
}
