package org.tctf.kernel.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class Utf8OrderTest {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "ab",
            "b",
            "Z",
            "é",
            "\uD7FF",
            "\uE000",
            "\uFFFD",
            "\uFFFF",
            "\uD83D\uDE80",
            "\uD83D\uDE81",
            "a\uD83D\uDE80",
            "a\uFFFF");

    @Test
    void textsCompareAsTheirUtf8BytesDo() {
        for (String a : TEXTS) {
            for (String b : TEXTS) {
                int bytes =
                        Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
                assertThat(Integer.signum(Utf8Order.compare(a, b)))
                        .as("%s ? %s", a, b)
                        .isEqualTo(Integer.signum(bytes));
            }
        }
    }
}
