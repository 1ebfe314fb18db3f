package org.tctf.usermanagement.adapter.web;

import java.util.function.Supplier;
import org.tctf.kernel.Problem;

/** Tells the caller which field a value that was refused came in. */
final class Pointed {

    private Pointed() {}

    static <T> T at(String pointer, Supplier<T> made) {
        try {
            return made.get();
        } catch (Problem refused) {
            throw refused.at(pointer);
        }
    }
}
