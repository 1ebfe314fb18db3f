package org.tctf.kernel.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @Test
    void theNameIsSaidTwiceOnceForOldClients() {
        assertThat(new FileName("Größe *\".zip").attachment())
                .isEqualTo("attachment; filename=\"Gr__e __.zip\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%2A%22.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", "..\\a", "a\r\nSet-Cookie: x"})
    void whatIsNoNameIsRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FileName(value));
    }

    @Test
    void itIsBounded() {
        new FileName("x".repeat(100));
        assertThatIllegalArgumentException().isThrownBy(() -> new FileName("x".repeat(101)));
    }
}
