package org.tctf.kernel.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

    @ParameterizedTest
    @ValueSource(strings = {"application/zip", "text/plain;charset=utf-8", "image/svg+xml", "application/vnd.ms-excel"})
    void contentTypesAreTaken(String type) {
        assertThat(Content.of(type, new byte[1]).contentType()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zip", "Text/Plain", "text/plain; charset=utf-8", "text/plain\r\nX: y", "text/", "*/*"})
    void whatIsNoContentTypeIsRefused(String type) {
        assertThatIllegalArgumentException().isThrownBy(() -> Content.of(type, new byte[1]));
    }

    @Test
    void itIsReadAgainFromItsBeginning() throws IOException {
        Content content = Content.of("text/plain", new byte[] {1, 2, 3});

        for (int again = 0; again < 2; again++) {
            try (InputStream in = content.open()) {
                assertThat(in).hasBinaryContent(new byte[] {1, 2, 3});
            }
        }
    }

    @Test
    void whoReadsJustAsManyAsWereSaidHearsThatThereIsMore() throws IOException {
        try (InputStream in = saying(2, new byte[] {1, 2, 3}).open()) {
            assertThatExceptionOfType(WrongLength.class).isThrownBy(() -> in.readNBytes(2));
        }
    }

    @Test
    void whoReadsByteByByteHearsThatThereIsLess() throws IOException {
        try (InputStream in = saying(3, new byte[] {1, -1}).open()) {
            assertThat(in.read()).isEqualTo(1);
            assertThat(in.read()).isEqualTo(255);
            assertThatExceptionOfType(WrongLength.class).isThrownBy(in::read);
        }
    }

    @Test
    void whatIsSkippedCounts() throws IOException {
        try (InputStream in = saying(5, new byte[] {1, 2, 3, 4, 5}).open()) {
            in.skipNBytes(4);
            assertThat(in.read()).isEqualTo(5);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    private static Content saying(long length, byte[] bytes) {
        return new Content("text/plain", length, () -> new ByteArrayInputStream(bytes));
    }
}
