package org.tctf.authpassword.adapter.crypto;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.tctf.authpassword.AuthPasswordService;
import org.tctf.kernel.crypto.NumericCodes;
import org.tctf.kernel.crypto.Secrets;

/** Codes under this service's own secret. */
@Factory
final class CodeBeans {

    @Singleton
    NumericCodes codes(Secrets secrets, SecureRandom random) {
        return new NumericCodes(secrets, AuthPasswordService.CODE_KEY, random);
    }
}
