package org.tctf.authadmin.adapter.crypto;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.tctf.authadmin.AuthAdminService;
import org.tctf.authadmin.application.Seals;
import org.tctf.authadmin.domain.Point;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.crypto.Secrets;

/**
 * HMAC-SHA-256 (RFC 2104) under a secret that lasts as long as the chain. Whoever can write the table but not read the
 * secret cannot end the chain anywhere but where we have.
 */
@Singleton
public class HmacSeals implements Seals {
    private final Secrets secrets;

    public HmacSeals(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String seal(String which, Point point) {
        String text = which + ":" + point.seq() + ":" + point.hash();
        return HexFormat.of().formatHex(Hashes.hmacSha256(secrets.named(AuthAdminService.AUDIT_SEAL), text));
    }

    @Override
    public boolean isOurs(String which, Point point, String seal) {
        return MessageDigest.isEqual(
                seal(which, point).getBytes(StandardCharsets.US_ASCII), seal.getBytes(StandardCharsets.US_ASCII));
    }
}
