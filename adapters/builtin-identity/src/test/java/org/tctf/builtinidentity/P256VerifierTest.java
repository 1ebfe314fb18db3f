package org.tctf.builtinidentity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;

/** Whatever the JDK says of a signature, the faster check says too. */
class P256VerifierTest {
    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.ES256);
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final SigningKey ADA = SigningKey.fresh();
    private static final SigningKey EVE = SigningKey.fresh();

    @BeforeContainer
    static void load() throws JOSEException {
        check("".getBytes(StandardCharsets.UTF_8), Base64URL.encode(new byte[64]));
        P256Verifier.awaitFaster();
    }

    @Property(tries = 50)
    void aRightSignatureIsRightAndAnyOtherByteOrKeyIsNot(
            @ForAll @Size(max = 300) byte[] text,
            @ForAll @IntRange(max = 63) int at,
            @ForAll @IntRange(min = 1, max = 255) int flip)
            throws JOSEException {
        byte[] signature = ADA.signer().sign(HEADER, text).decode();
        assertThat(check(text, Base64URL.encode(signature))).isTrue();
        assertThat(check(text, EVE.signer().sign(HEADER, text))).isFalse();
        signature[at] ^= (byte) flip;
        assertThat(check(text, Base64URL.encode(signature))).isFalse();
        assertThat(check(Arrays.copyOf(text, text.length + 1), ADA.signer().sign(HEADER, text)))
                .isFalse();
    }

    @Test
    void whatIsNoSignatureAtAllIsNone() throws JOSEException {
        load();
        byte[] text = "a token".getBytes(StandardCharsets.UTF_8);
        byte[] right = ADA.signer().sign(HEADER, text).decode();
        byte[] s = Arrays.copyOfRange(right, 32, 64);
        for (byte[] wrong : List.of(
                new byte[0],
                new byte[64],
                Arrays.copyOf(right, 63),
                Arrays.copyOf(right, 65),
                joined(ORDER.toByteArray(), s),
                joined(new byte[32], s))) {
            assertThat(check(text, Base64URL.encode(wrong))).isFalse();
        }
    }

    private static byte[] joined(byte[] r, byte[] s) {
        byte[] both = new byte[64];
        System.arraycopy(r, r.length - 32, both, 0, 32);
        System.arraycopy(s, 0, both, 32, 32);
        return both;
    }

    /** Fails when the two do not agree. */
    private static boolean check(byte[] text, Base64URL signature) throws JOSEException {
        boolean jdk = new ECDSAVerifier(ADA.pair().toECPublicKey()).verify(HEADER, text, signature);
        boolean ours = SigningKey.verifier(ADA.publicJwk()).verify(HEADER, text, signature);
        assertThat(ours).isEqualTo(jdk);
        return ours;
    }
}
