package org.tctf.usermessage.domain;

import java.util.List;
import java.util.regex.Pattern;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Hashes;

/**
 * A message that somebody wants to send.
 *
 * @param clientMessageId the client's own, so that sending it again sends nothing
 * @param mediaIds of the media service
 * @param repliesTo the number of the message that it answers
 */
@ValueObject
public record Draft(
        String conversationId,
        String clientMessageId,
        String text,
        List<String> mediaIds,
        @Nullable Long repliesTo) {
    public static final int MAX_TEXT = 4000;
    public static final int MAX_MEDIA = 10;

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    /** @throws Problem {@code INVALID_MESSAGE}, with the field */
    public Draft {
        mediaIds = List.copyOf(mediaIds);
        require(
                ID.matcher(clientMessageId).matches(),
                "/clientMessageId",
                "The id is up to 64 letters, digits, - or _.");
        require(mediaIds.size() <= MAX_MEDIA, "/mediaIds", "A message has at most %d media.".formatted(MAX_MEDIA));
        for (String media : mediaIds) {
            require(ID.matcher(media).matches(), "/mediaIds", "A medium is named by its id.");
        }
        require(!text.isBlank() || !mediaIds.isEmpty(), "/text", "A message has a text or media.");
        requireText(text);
    }

    /** @throws Problem {@code INVALID_MESSAGE} when no message may say this */
    static void requireText(String text) {
        require(
                text.codePointCount(0, text.length()) <= MAX_TEXT,
                "/text",
                "A text has at most %d characters.".formatted(MAX_TEXT));
        require(
                text.codePoints().noneMatch(Draft::isForbidden),
                "/text",
                "A text has no control characters but tabs and new lines.");
    }

    /** The same for the same content only. */
    public String digest() {
        return Hashes.sha256(
                String.join("\n", conversationId, String.valueOf(repliesTo), String.join(",", mediaIds), text));
    }

    private static boolean isForbidden(int codePoint) {
        boolean isLine = codePoint == '\n' || codePoint == '\t' || codePoint == '\r';
        return Character.isISOControl(codePoint) && !isLine;
    }

    private static void require(boolean holds, String pointer, String otherwise) {
        if (!holds) {
            throw Problem.invalid("INVALID_MESSAGE", otherwise).at(pointer);
        }
    }
}
