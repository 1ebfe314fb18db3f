package org.tctf.flags;

import org.tctf.kernel.flag.Flag;

/**
 * How a flag stands, and why.
 *
 * @param from who says so: the source's name, or {@code its definition}
 */
public record TurnedFlag(String service, Flag flag, boolean isOn, String from) {

    /** What it is called where it is turned. */
    public String key() {
        return service + "." + flag.name();
    }
}
