package org.tctf.authuser.adapter.web;

import jakarta.validation.constraints.Pattern;
import org.tctf.authuser.domain.Side;

/**
 * A code from a mail.
 *
 * @param address to which of the two addresses it was mailed
 */
record EmailCodeForm(
        Side address, @Pattern(regexp = "^[0-9]{6}$") String code) {

    @Override
    public String toString() {
        return "EmailCodeForm[" + address + "]";
    }
}
