package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import org.tctf.authuser.application.Codes.Act;
import org.tctf.kernel.Problem;

/** Says what a mailed link would do, without doing it: mail scanners follow links too. */
@Singleton
public class ReadLink {
    private final Codes codes;

    public ReadLink(Codes codes) {
        this.codes = codes;
    }

    /** @throws Problem {@code INVALID_LINK} */
    public Act read(String token) {
        return codes.read(token).orElseThrow(ReadLink::notOurs).act();
    }

    static Problem notOurs() {
        return Problem.invalid(
                "INVALID_LINK", "This link is not one of ours or was cut off; copy it whole from the mail.");
    }
}
