package org.tctf.kernel.objects;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where an object lies in its store: parts with {@code /} between them, {@code 0190…/export.zip}. Whatever belongs to one
 * person begins with that person's id, so that {@link ObjectStore#deleteUnder} finds all of it.
 *
 * <p>256 bytes of UTF-8 at most, each part 1 to 80: any part then fits into a file's name on every file system, also with
 * each of its bytes escaped. No part is {@code .} or {@code ..}, which browsers, proxies and the SDK resolve away; no
 * character is a control character, which XML listings cannot carry.
 */
public record ObjectKey(String value) {
    private static final int MAX_BYTES = 256;
    private static final int MAX_PART_BYTES = 80;

    /** @throws IllegalArgumentException when it is too long or has a part that is not one */
    public ObjectKey {
        if (bytes(value) > MAX_BYTES || !Arrays.stream(value.split("/", -1)).allMatch(ObjectKey::isPart)) {
            throw new IllegalArgumentException(
                    "'%.40s' is no key of an object: at most %d bytes, parts of 1 to %d bytes between slashes, none . or .."
                            .formatted(value, MAX_BYTES, MAX_PART_BYTES));
        }
    }

    /** The key of these parts; none may bring a {@code /} of its own, or it could reach into another's. */
    public static ObjectKey of(String... parts) {
        for (String part : parts) {
            if (part.contains("/")) {
                throw new IllegalArgumentException("'%.40s' has a slash; it is one part of a key".formatted(part));
            }
        }
        return new ObjectKey(String.join("/", parts));
    }

    private static boolean isPart(String part) {
        int bytes = bytes(part);
        return bytes >= 1
                && bytes <= MAX_PART_BYTES
                && !part.equals(".")
                && !part.equals("..")
                && part.codePoints().noneMatch(ObjectKey::isUnspeakable);
    }

    /** Control characters, and halves of characters that no UTF-8 has. */
    private static boolean isUnspeakable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
