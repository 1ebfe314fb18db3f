package org.tctf.authoauth.adapter.crypto;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import org.tctf.authoauth.application.provider.FreshSecrets;

/** Secrets of the system's secure random numbers. */
@Singleton
public class RandomSecrets implements FreshSecrets {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
