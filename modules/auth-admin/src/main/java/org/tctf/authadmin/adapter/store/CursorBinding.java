package org.tctf.authadmin.adapter.store;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/** A cursor is sealed with its query; what is filtered while reading is bound to it here. */
final class CursorBinding {
    private CursorBinding() {}

    /** What a cursor of this filter begins with. */
    static String of(Record filter) {
        CRC32 sum = new CRC32();
        sum.update(filter.toString().getBytes(StandardCharsets.UTF_8));
        return "%08x.".formatted(sum.getValue());
    }

    /** @throws Problem {@code INVALID_CURSOR} when it is another filter's */
    static @Nullable String position(String binding, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (!cursor.startsWith(binding)) {
            throw Problem.invalid(
                            "INVALID_CURSOR", "This cursor is not one of this search; start again without a cursor.")
                    .at("/cursor");
        }
        return cursor.substring(binding.length());
    }
}
