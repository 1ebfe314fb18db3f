package org.tctf.usermanagement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.usermanagement.domain.ProfileField.COUNTRY;
import static org.tctf.usermanagement.domain.ProfileField.JOB_TITLE;
import static org.tctf.usermanagement.domain.SignUps.privacy;
import static org.tctf.usermanagement.domain.SignUps.signUp;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardTest {

    @ParameterizedTest
    @CsvSource({"Ömer,Çelik,omer celik", "ÉMILIE,du  Châtelet,emilie du chatelet", "Ⅸ,ﬁn,ix fin", "李,小龙,李 小龙"})
    void aNameIsFoundWhateverItsCaseAndAccents(String first, String last, String sortName) {
        assertThat(card(first, last).sortName()).isEqualTo(sortName);
    }

    @Test
    void whoseNameIsNothingButAccentsIsFoundByMembershipName() {
        assertThat(card("\u0301", "\u0301").sortName()).isEqualTo("somebody");
    }

    @Test
    void whatIsPrivateIsNotOnTheCard() {
        Member member = member("Ada", "Lovelace");
        var hidden = member.edit(
                privacy(new Privacy(Map.of(COUNTRY, Visibility.PRIVATE, JOB_TITLE, Visibility.PRIVATE))),
                Instant.EPOCH);

        Card card = Card.of((Member) hidden.state());

        assertThat(card.country()).isNull();
        assertThat(card.jobTitle()).isNull();
    }

    private static Card card(String first, String last) {
        return Card.of(member(first, last));
    }

    private static Member member(String first, String last) {
        return (Member) Member.create(signUp("id", first, last, "Somebody", "DE", Plan.INDIVIDUAL), Instant.EPOCH)
                .state();
    }
}
