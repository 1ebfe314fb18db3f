package org.tctf.analytics.adapter.crypto;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tctf.analytics.AnalyticsService;
import org.tctf.analytics.application.Pseudonyms;
import org.tctf.kernel.crypto.Secrets;

/**
 * HMAC-SHA-256 (RFC 2104) cut to 128 bits: two of a billion members share a pseudonym with a probability of 10⁻²¹. A plain hash
 * would not do: ids are known elsewhere, and hashing them all would undo it.
 */
@Singleton
public final class HmacPseudonyms implements Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final SecretKeySpec key;

    public HmacPseudonyms(Secrets secrets) {
        this.key = new SecretKeySpec(secrets.named(AnalyticsService.PSEUDONYM_KEY), ALGORITHM);
    }

    @Override
    public String of(String id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HmacSHA256", missing);
        }
    }
}
