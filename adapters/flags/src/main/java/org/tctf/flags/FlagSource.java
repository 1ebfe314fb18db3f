package org.tctf.flags;

import java.util.Map;
import java.util.Optional;

/** Where operators turn flags. Asked by one thread at a time. */
public interface FlagSource {

    /** What it is called in messages and in the console. */
    String name();

    /**
     * What was turned: {@code on} or {@code off}, or whatever else somebody has written, by {@code service.flag}. Flags that
     * it says nothing of are as they are defined. Empty when nothing has changed since it was last asked.
     *
     * @throws org.tctf.kernel.Unavailable when it cannot be reached or makes no sense as a whole; the message says what to do
     */
    Optional<Map<String, String>> read();
}
