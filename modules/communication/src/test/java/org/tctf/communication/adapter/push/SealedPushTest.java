package org.tctf.communication.adapter.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.tctf.communication.domain.BrowserSubscription;
import org.tctf.testing.WebPushClient;

/** Byte for byte what RFC 8291's example has, and what other people's code opens. */
class SealedPushTest {
    private static final Base64.Decoder BASE64URL = Base64.getUrlDecoder();
    private static final URI ENDPOINT = URI.create("https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV");

    /** RFC 8291 §5 and appendix A. */
    @Test
    void theExampleOfRfc8291ComesOut() throws GeneralSecurityException {
        BrowserSubscription to = new BrowserSubscription(
                ENDPOINT,
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                "BTBZMqHH6r4Tts7J_aSIgg");
        byte[] sealed = SealedPush.of(
                "When I grow up, I want to be a watermelon".getBytes(UTF_8),
                to,
                pair(
                        "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"),
                BASE64URL.decode("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo(
                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6T"
                                + "lzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Property(tries = 200)
    void whateverIsSealedTinkOpensIt(@ForAll @StringLength(max = 800) String text) {
        WebPushClient browser = new WebPushClient();
        byte[] sealed = SealedPush.of(
                text, new BrowserSubscription(ENDPOINT, browser.p256dh(), browser.auth()), new SecureRandom());
        assertThat(browser.open(sealed)).isEqualTo(new String(text.getBytes(UTF_8), UTF_8));
    }

    @Test
    void noTwoAreAlike() {
        WebPushClient browser = new WebPushClient();
        BrowserSubscription to = new BrowserSubscription(ENDPOINT, browser.p256dh(), browser.auth());
        byte[] one = SealedPush.of("the same", to, new SecureRandom());
        byte[] other = SealedPush.of("the same", to, new SecureRandom());
        assertThat(Arrays.copyOf(one, 16)).isNotEqualTo(Arrays.copyOf(other, 16));
        assertThat(Arrays.copyOfRange(one, 21, 86)).isNotEqualTo(Arrays.copyOfRange(other, 21, 86));
    }

    private static KeyPair pair(String privateKey, String publicKey) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECParameterSpec p256 = curve.getParameterSpec(ECParameterSpec.class);
        byte[] point = BASE64URL.decode(publicKey);
        ECPoint at = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
        KeyFactory keys = KeyFactory.getInstance("EC");
        return new KeyPair(
                keys.generatePublic(new ECPublicKeySpec(at, p256)),
                keys.generatePrivate(new ECPrivateKeySpec(new BigInteger(1, BASE64URL.decode(privateKey)), p256)));
    }
}
