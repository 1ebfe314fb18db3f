package org.tctf.kernel.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "a/", "/a", "a//b", ".", "..", "a/../b", "../a", "a/.", "a\u0000", "a\nb", "a\u007f", "\ud800"
            })
    void whatCouldLeadElsewhereIsNoKey(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "...", "a/..b", "a b", "日本語/🐎", "a\\b", "%2e%2e"})
    void whatIsOnlyOddIsOne(String value) {
        assertThat(new ObjectKey(value).value()).isEqualTo(value);
    }

    @Test
    void aKeyAndEachOfItsPartsAreBounded() {
        String longest = "x".repeat(80) + "/" + "é".repeat(40) + "/" + "y".repeat(80) + "/123456789012";
        new ObjectKey(longest + "3");

        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey(longest + "34"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey("x".repeat(81)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey("é".repeat(41)));
    }

    @Test
    void aPartCannotReachIntoAnothersFolder() {
        assertThat(ObjectKey.of("member-1", "a.zip")).isEqualTo(new ObjectKey("member-1/a.zip"));
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectKey.of("member-1", "x/../../member-2"));
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectKey.of("member-1", ""));
    }
}
