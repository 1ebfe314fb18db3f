package org.tctf.kernel.objects;

import java.net.URI;
import java.util.Map;

/**
 * Where one object can be sent, once, by whoever has it: {@code PUT} with these headers just as they are, and a body of
 * the length that was said. What is in it lets in: keep it out of logs and mails.
 */
public record UploadAddress(URI uri, Map<String, String> headers) {

    public UploadAddress {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "UploadAddress[%s, …]".formatted(uri.getHost());
    }
}
