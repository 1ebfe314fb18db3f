package org.tctf.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

    @Test
    void aPathGoesBelowTheBaseWithOrWithoutAFinalSlash() {
        assertThat(new PublicUrl(URI.create("https://tctf.example/app/")).at("/v1/x"))
                .isEqualTo(new PublicUrl(URI.create("https://tctf.example/app")).at("/v1/x"))
                .hasToString("https://tctf.example/app/v1/x");
    }

    @Test
    void aParameterIsEncoded() {
        assertThat(new PublicUrl(URI.create("http://127.0.0.1:8080")).at("/confirm", "token", "a+b=&c"))
                .hasToString("http://127.0.0.1:8080/confirm?token=a%2Bb%3D%26c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tctf.example", "ftp://tctf.example", "https:///x", "https://x?y=1", "https://x#y"})
    void whatIsNoAddressOfASiteIsRefused(URI address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PublicUrl(address));
    }
}
