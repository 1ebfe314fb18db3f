package org.tctf.authoauth.adapter.upstream;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.tctf.authoauth.domain.external.SignInProvider;

/**
 * One exchange over HTTP, as the protocol library wants it sent: to allowed addresses only, no redirects, no caches, no
 * second POST by the JDK's own hand, not more than {@link UpstreamLimits#BYTES}.
 */
final class BoundedSender implements HTTPRequestSender {
    private final boolean isTriedOut;

    BoundedSender(boolean isTriedOut) {
        this.isTriedOut = isTriedOut;
    }

    /** @throws IOException also when the provider says that it cannot answer now */
    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        if (!SignInProvider.mayBeCalled(request.getURI(), isTriedOut)) {
            throw new IOException("%s is no address to call".formatted(request.getURI()));
        }
        HttpURLConnection connection =
                (HttpURLConnection) request.getURI().toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) UpstreamLimits.SILENCE.toMillis());
        connection.setReadTimeout((int) UpstreamLimits.SILENCE.toMillis());
        connection.setRequestMethod(request.getMethod().name());
        request.getHeaderMap()
                .forEach((name, values) -> values.forEach(value -> connection.addRequestProperty(name, value)));
        try {
            if (request.getMethod() == HTTPRequest.Method.POST) {
                write(connection, request.getBody());
            }
            return read(connection);
        } finally {
            connection.disconnect();
        }
    }

    private static void write(HttpURLConnection connection, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(bytes.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(bytes);
        }
    }

    private static HTTPResponse read(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status >= 500 || status == 429) {
            throw new IOException("it answered %d".formatted(status));
        }
        HTTPResponse response = new HTTPResponse(status);
        for (Map.Entry<String, List<String>> header :
                connection.getHeaderFields().entrySet()) {
            if ("Content-Type".equalsIgnoreCase(header.getKey())) {
                try {
                    response.setContentType(header.getValue().getFirst());
                } catch (ParseException unreadable) {
                    throw new IOException("its content type cannot be read", unreadable);
                }
            }
        }
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] body = in == null ? new byte[0] : in.readNBytes(UpstreamLimits.BYTES + 1);
            if (body.length > UpstreamLimits.BYTES) {
                throw new IOException("it answered more than %d bytes".formatted(UpstreamLimits.BYTES));
            }
            response.setBody(new String(body, StandardCharsets.UTF_8));
        }
        return response;
    }
}
