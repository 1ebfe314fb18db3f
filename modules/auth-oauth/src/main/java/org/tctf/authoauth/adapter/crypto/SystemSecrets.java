package org.tctf.authoauth.adapter.crypto;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.tctf.authoauth.application.provider.FreshSecrets;
import org.tctf.kernel.crypto.RandomSecrets;

/** Secrets of the system's secure random numbers. */
@Singleton
public class SystemSecrets implements FreshSecrets {
    private final RandomSecrets secrets = new RandomSecrets(new SecureRandom());

    @Override
    public String next() {
        return secrets.next();
    }
}
