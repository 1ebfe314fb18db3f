package org.tctf.kernel.objects;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a downloaded object is called on its receiver's disk: 1 to 100 characters, no path, no control characters. */
public record FileName(String value) {
    private static final int MAX = 100;

    /** @throws IllegalArgumentException when it is empty, too long, or not a name alone */
    public FileName {
        if (value.isBlank()
                || value.length() > MAX
                || value.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            throw new IllegalArgumentException(
                    "'%.40s' is no file's name: 1 to %d characters, no slashes".formatted(value, MAX));
        }
    }

    /**
     * The {@code Content-Disposition} that has a browser save it and not show it (RFC 6266; the name in UTF-8 by RFC 8187,
     * for old clients also with everything unusual replaced).
     */
    public String attachment() {
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(
                        value.replaceAll("[^A-Za-z0-9 ._-]", "_"),
                        URLEncoder.encode(value, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A"));
    }
}
