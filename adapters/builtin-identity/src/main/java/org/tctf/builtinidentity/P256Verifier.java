package org.tctf.builtinidentity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.crypto.Hashes;

/**
 * Checks ES256 signatures (RFC 7518 §3.4) of one key. Bouncy Castle does it in a sixth of the JDK's time, but takes longer to
 * load than a first request may wait; so the JDK checks until that is loaded, which begins a second after the first check
 * of the process (ADR 26). Both check the same; a test compares them.
 */
final class P256Verifier implements JWSVerifier {
    private static final int PART = 32;

    /** Read first by the first check. */
    private static final class Curve {
        static final CompletableFuture<ECDomainParameters> LOADED = CompletableFuture.supplyAsync(
                () -> new ECDomainParameters(CustomNamedCurves.getByName("P-256")),
                CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
    }

    private final ECKey key;
    private final JWSVerifier jdk;
    private volatile @Nullable ECPublicKeyParameters point;

    /** @param key on P-256 */
    P256Verifier(ECKey key) throws JOSEException {
        this.key = key;
        jdk = new ECDSAVerifier(key);
    }

    @Override
    public boolean verify(JWSHeader header, byte[] signingInput, Base64URL signature) throws JOSEException {
        ECDomainParameters curve = Curve.LOADED.getNow(null);
        return curve == null || !JWSAlgorithm.ES256.equals(header.getAlgorithm())
                ? jdk.verify(header, signingInput, signature)
                : isSigned(point(curve), signingInput, signature.decode());
    }

    /** Waits until the faster one checks; for tests and measurements. */
    static void awaitFaster() {
        Curve.LOADED.join();
    }

    private ECPublicKeyParameters point(ECDomainParameters curve) {
        ECPublicKeyParameters known = point;
        if (known == null) {
            known = new ECPublicKeyParameters(
                    curve.getCurve()
                            .createPoint(
                                    key.getX().decodeToBigInteger(), key.getY().decodeToBigInteger()),
                    curve);
            point = known;
        }
        return known;
    }

    private static boolean isSigned(ECPublicKeyParameters by, byte[] text, byte[] signature) {
        if (signature.length != 2 * PART) {
            return false;
        }
        ECDSASigner check = new ECDSASigner();
        check.init(false, by);
        return check.verifySignature(
                Hashes.sha256(text),
                new BigInteger(1, Arrays.copyOf(signature, PART)),
                new BigInteger(1, Arrays.copyOfRange(signature, PART, 2 * PART)));
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return jdk.supportedJWSAlgorithms();
    }

    @Override
    public JCAContext getJCAContext() {
        return jdk.getJCAContext();
    }
}
