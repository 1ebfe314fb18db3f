package org.tctf.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.tctf.kernel.Problem;

/**
 * Reads a request's JSON as I-JSON (RFC 7493) asks for it: UTF-8 and nothing else, no name twice, no unpaired surrogate,
 * and moreover no U+0000, nothing after the value, at most 32 levels deep. What two parsers could read differently is
 * refused here, so that what was validated is what the controller gets.
 */
final class StrictJson {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_DIGITS = 100;

    private static final ObjectReader TREE = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_DIGITS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    private StrictJson() {}

    /** @throws Problem {@code MALFORMED_JSON} with the position; the text itself is never repeated */
    static JsonNode parse(byte[] body) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed("The body is not UTF-8; send JSON in UTF-8.");
        }
        JsonNode tree;
        try {
            tree = TREE.readValue(text);
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            throw malformed(
                    at == null
                            ? "The body is not JSON, nests deeper than %d levels or has a field twice."
                                    .formatted(MAX_DEPTH)
                            : "At line %d, column %d the body stops being JSON, nests deeper than %d levels or has a field twice."
                                    .formatted(at.getLineNr(), at.getColumnNr(), MAX_DEPTH));
        }
        if (tree.isMissingNode()) {
            throw malformed("The body is empty; send JSON.");
        }
        // Raw NULs and surrogates cannot get here: JSON refuses the one, UTF-8 the other. Escapes can.
        if (text.contains("\\u")) {
            requireCleanText(tree);
        }
        return tree;
    }

    private static void requireCleanText(JsonNode node) {
        if (node.isTextual()) {
            requireClean(node.textValue());
        }
        node.fieldNames().forEachRemaining(StrictJson::requireClean);
        node.forEach(StrictJson::requireCleanText);
    }

    private static void requireClean(String text) {
        boolean isClean = text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        if (!isClean) {
            throw malformed("A text in the body has U+0000 or half of a surrogate pair; leave it out.");
        }
    }

    private static Problem malformed(String detail) {
        return Problem.invalid("MALFORMED_JSON", detail);
    }
}
