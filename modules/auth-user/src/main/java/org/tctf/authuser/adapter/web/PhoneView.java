package org.tctf.authuser.adapter.web;

import java.time.Instant;
import org.tctf.authuser.domain.ProvedNumber;

/**
 * A phone number that its owner has proved.
 *
 * @param number with all but the ends hidden
 */
record PhoneView(String number, Instant verifiedAt) {

    static PhoneView of(ProvedNumber proved) {
        return new PhoneView(proved.number().masked(), proved.since());
    }
}
