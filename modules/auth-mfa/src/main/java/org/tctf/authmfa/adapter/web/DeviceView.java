package org.tctf.authmfa.adapter.web;

import java.time.Instant;
import org.tctf.identity.SecondFactors.TrustedDevice;

/**
 * @param name what it said it is
 * @param until no code is asked of it before that
 */
record DeviceView(String id, String name, Instant trustedAt, Instant until) {

    static DeviceView of(TrustedDevice device) {
        return new DeviceView(device.id(), device.name(), device.trustedAt(), device.until());
    }
}
