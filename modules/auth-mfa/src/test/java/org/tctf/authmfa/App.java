package org.tctf.authmfa;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** An authenticator app, by somebody else's implementation of RFC 6238. */
record App(String secret) {
    static final Duration STEP = Duration.ofSeconds(30);

    private static final TimeBasedOneTimePasswordGenerator TOTP = new TimeBasedOneTimePasswordGenerator(STEP, 6);

    String codeAt(Instant time) {
        try {
            return TOTP.generateOneTimePasswordString(new SecretKeySpec(Base32.decode(secret), "RAW"), time);
        } catch (InvalidKeyException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** One that is right in none of the steps around this time. */
    String wrongCodeAt(Instant time) {
        for (int number = 0; ; number++) {
            String code = "%06d".formatted(number);
            boolean isRight = false;
            for (int step = -2; step <= 2; step++) {
                isRight |= codeAt(time.plus(STEP.multipliedBy(step))).equals(code);
            }
            if (!isRight) {
                return code;
            }
        }
    }
}
