package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;

/** A new version of the CDK may recommend more: then this fails, and somebody decides. */
class FeatureFlagsTest {
    private static final int BLOCK = 512;
    private static final String RECOMMENDED = "package/recommended-feature-flags.json";

    @Test
    void theFlagsAreThoseThatThisVersionRecommends() throws IOException {
        Map<String, Object> ours = Json.object(Json.resource(FeatureFlags.class, "feature-flags.json"));

        assertThat(ours).isEqualTo(new ObjectMapper().readValue(recommended(), Map.class));
    }

    @Test
    void theyAreAllSet() {
        assertThat(FeatureFlags.all())
                .containsKeys(Json.object(Json.resource(FeatureFlags.class, "feature-flags.json"))
                        .keySet()
                        .toArray(String[]::new));
    }

    /** The CDK's package for Node.js lies in its jar as it does in npm's registry: a compressed POSIX archive. */
    private static String recommended() throws IOException {
        String version = App.class.getPackage().getImplementationVersion();
        String name =
                "/software/amazon/awscdk/aws-cdk-lib@%s.jsii.tgz".formatted(version == null ? "2.272.0" : version);
        try (InputStream packed = App.class.getResourceAsStream(name);
                InputStream in = new BufferedInputStream(new GZIPInputStream(packed))) {
            for (byte[] header = in.readNBytes(BLOCK);
                    header.length == BLOCK && header[0] != 0;
                    header = in.readNBytes(BLOCK)) {
                String file = new String(header, 0, 100, StandardCharsets.US_ASCII).replaceAll("\0.*", "");
                int size = Integer.parseInt(
                        new String(header, 124, 11, StandardCharsets.US_ASCII)
                                .strip()
                                .replaceAll("\0.*", ""),
                        8);
                if (file.equals(RECOMMENDED)) {
                    return new String(in.readNBytes(size), StandardCharsets.UTF_8);
                }
                in.skipNBytes(Math.ceilDiv(size, BLOCK) * (long) BLOCK);
            }
        }
        throw new AssertionError("no " + RECOMMENDED);
    }
}
