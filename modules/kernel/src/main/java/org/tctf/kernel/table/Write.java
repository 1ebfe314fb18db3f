package org.tctf.kernel.table;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One item's part in a {@link Transaction}. Each may carry a condition; if one fails, nothing happens. */
public sealed interface Write {

    Key key();

    @Nullable
    Condition condition();

    /** Writes the whole item, replacing what is there. */
    record Put(Item item, @Nullable Condition condition) implements Write {
        @Override
        public Key key() {
            return item.key();
        }
    }

    /**
     * Changes single attributes, creating the item when there is none; numbers in {@code add} start at zero. Two
     * concurrent additions both count.
     */
    record Update(
            Key key,
            Map<String, Object> set,
            Map<String, BigDecimal> add,
            @Nullable Condition condition) implements Write {

        /** @throws IllegalArgumentException when it changes nothing, or one attribute twice */
        public Update {
            if (set.isEmpty() && add.isEmpty()) {
                throw new IllegalArgumentException("an update of %s changes nothing; use a check".formatted(key));
            }
            for (String name : add.keySet()) {
                if (set.containsKey(name)) {
                    throw new IllegalArgumentException(
                            "an update of %s both sets and adds to '%s'".formatted(key, name));
                }
            }
        }
    }

    record Delete(Key key, @Nullable Condition condition) implements Write {}

    /** Writes nothing, but must hold. */
    record Check(Key key, Condition condition) implements Write {}
}
