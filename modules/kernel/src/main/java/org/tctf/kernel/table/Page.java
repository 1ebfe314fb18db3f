package org.tctf.kernel.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as the API answers it.
 *
 * @param nextCursor opaque, tamper-evident, good for the same query only; absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), nextCursor);
    }

    /** All that there is, page after page; for what is known to be few enough for memory. */
    public static <T> List<T> all(Function<@Nullable String, Page<T>> pages) {
        return read(Integer.MAX_VALUE, pages);
    }

    /**
     * Reads page after page, until there is no further one or enough is there; the last page read is whole.
     *
     * @param pages the page at a cursor; absent for the first
     */
    public static <T> List<T> read(int enough, Function<@Nullable String, Page<T>> pages) {
        List<T> read = new ArrayList<>();
        String cursor = null;
        do {
            Page<T> page = pages.apply(cursor);
            read.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null && read.size() < enough);
        return read;
    }
}
