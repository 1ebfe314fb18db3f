package org.tctf.usermanagement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.Problem;

class ProfileBoundsTest {

    @Test
    void aBioHasAtMost1000CharactersHoweverManyBytesTheyTake() {
        assertThat(new Basic("Ada", "Lovelace", "😀".repeat(1000)).bio()).hasSize(2000);
        assertRefused("/basic/bio", () -> new Basic("Ada", "Lovelace", "a".repeat(1001)));
    }

    @Test
    void aBioKeepsItsLinesAndANameHasOne() {
        Basic basic = new Basic(" Ada\nAugusta ", "Love\u0000lace", "one\ntwo\u0007");

        assertThat(basic).isEqualTo(new Basic("Ada Augusta", "Love lace", "one\ntwo"));
    }

    @Test
    void aBlankNameIsRefusedAndABlankBioIsNone() {
        assertRefused("/basic/firstName", () -> new Basic("  ", "Lovelace", null));
        assertThat(new Basic("Ada", "Lovelace", "  ").bio()).isNull();
    }

    @Test
    void experienceIs0To70Years() {
        assertThat(new Professional(null, null, 0).yearsOfExperience()).isZero();
        assertThat(new Professional(null, null, 70).yearsOfExperience()).isEqualTo(70);
        assertRefused("/professional/yearsOfExperience", () -> new Professional(null, null, 71));
        assertRefused("/professional/yearsOfExperience", () -> new Professional(null, null, -1));
    }

    @Test
    void interestsAreAtMost20AndCountOnce() {
        List<String> twentyOne =
                IntStream.rangeClosed(1, 21).mapToObj(i -> "interest " + i).toList();

        assertRefused("/interests", () -> new Interests(twentyOne));
        assertRefused("/interests", () -> new Interests(List.of("a".repeat(51))));
        assertThat(new Interests(Collections.nCopies(30, " jazz ")).value()).containsExactly("jazz");
    }

    @Test
    void aCountryIsOneOfIso3166() {
        assertThat(new CountryCode("DE")).hasToString("DE");
        assertThatThrownBy(() -> new CountryCode("XX")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new CountryCode("de")).isInstanceOf(Problem.class);
    }

    private static void assertRefused(String pointer, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID);
            assertThat(problem.errors()).extracting(Problem.FieldError::pointer).containsExactly(pointer);
        });
    }
}
