package org.tctf.communication.domain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * A public key of the curve P-256, in 65 bytes (SEC 1 §2.3.3, uncompressed). A point that is not on the curve would let its
 * sender learn about our keys (invalid-curve attack), so it is looked at before anything is done with it.
 */
@ValueObject
record PointOnP256(BigInteger x, BigInteger y) {
    private static final int BYTES = 65;
    private static final int UNCOMPRESSED = 4;
    // FIPS 186-4 D.1.2.3; a = -3.
    private static final BigInteger P = hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static final BigInteger B = hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
    private static final BigInteger THREE = BigInteger.valueOf(3);

    static boolean isOne(byte[] bytes) {
        if (bytes.length != BYTES || bytes[0] != UNCOMPRESSED) {
            return false;
        }
        int middle = 1 + BYTES / 2;
        return new PointOnP256(
                        new BigInteger(1, Arrays.copyOfRange(bytes, 1, middle)),
                        new BigInteger(1, Arrays.copyOfRange(bytes, middle, BYTES)))
                .isOnCurve();
    }

    private boolean isOnCurve() {
        BigInteger right = x.modPow(THREE, P).subtract(x.multiply(THREE)).add(B).mod(P);
        return x.compareTo(P) < 0 && y.compareTo(P) < 0 && y.multiply(y).mod(P).equals(right);
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(1, HexFormat.of().parseHex(digits));
    }
}
