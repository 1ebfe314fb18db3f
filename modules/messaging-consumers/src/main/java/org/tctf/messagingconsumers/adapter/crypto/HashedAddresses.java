package org.tctf.messagingconsumers.adapter.crypto;

import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.Arrays;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.crypto.Secrets;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.subscriber.AddressIds;

/**
 * 128 bits of HMAC-SHA-256 under a secret that lasts, in base 36. Without the secret nobody can try addresses; with it, a
 * suppressed address is recognised though it was erased.
 */
@Singleton
public class HashedAddresses implements AddressIds {
    private static final int BYTES = 16;
    // 36^25 > 2^128
    private static final int DIGITS = 25;

    private final Secrets secrets;

    public HashedAddresses(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String of(EmailAddress address) {
        byte[] key = secrets.named(MessagingConsumersService.ADDRESS_KEY);
        byte[] hash = Arrays.copyOf(Hashes.hmacSha256(key, address.value()), BYTES);
        String digits = new BigInteger(1, hash).toString(Character.MAX_RADIX);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
