package org.tctf.usermanagement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.usermanagement.domain.ProfileField.LAST_NAME;
import static org.tctf.usermanagement.domain.SignUps.ada;
import static org.tctf.usermanagement.domain.SignUps.basic;
import static org.tctf.usermanagement.domain.SignUps.interests;
import static org.tctf.usermanagement.domain.SignUps.nothing;
import static org.tctf.usermanagement.domain.SignUps.privacy;
import static org.tctf.usermanagement.domain.SignUps.professional;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.Decision;

class MemberTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Basic WITH_BIO = new Basic("Ada", "Lovelace", "First programmer.");

    private final Member ada = (Member) Member.create(ada("ada"), NOW).state();

    @Test
    void aSignUpBecomesAMemberWithWhatWasAskedThere() {
        assertThat(Member.create(ada("ada"), NOW).facts())
                .containsExactly(new UserCreated(
                        "ada",
                        ada.email(),
                        "Ada",
                        "Lovelace",
                        new MembershipName("Ada_L"),
                        Plan.INDIVIDUAL,
                        Tier.BASIC,
                        new CountryCode("GB"),
                        "en"));
        assertThat(ada.version()).isEqualTo(1);
    }

    @Test
    void anEditSaysWhichFieldsChangedAndNotToWhat() {
        var decided = ada.edit(professional(new Professional("Analyst", "Engines Ltd", null)), NOW);

        assertThat(decided.facts())
                .containsExactly(new ProfileUpdated(
                        "ada", "Ada Lovelace", List.of(Category.PROFESSIONAL), List.of("jobTitle", "companyName")));
        assertThat(decided.state().version()).isEqualTo(2);
    }

    @Test
    void anEditToWhatItIsAlreadyIsNone() {
        assertThat(ada.edit(nothing(), NOW)).isEqualTo(Decision.of(ada));
        assertThat(ada.edit(basic(ada.profile().basic()), NOW)).isEqualTo(Decision.of(ada));
    }

    @Test
    void aCategoryThatIsNotEditedStays() {
        Member edited = edited(ada, interests("engines"));

        assertThat(edited.profile().basic()).isEqualTo(ada.profile().basic());
        assertThat(edited.profile().interests().value()).containsExactly("engines");
    }

    @Test
    void aProfileIsCompleteWithJobTitleBioAndAnInterestAndSaysSoOnce() {
        Member withBio = edited(ada, basic(WITH_BIO));
        assertThat(withBio.completedAt()).isNull();

        var complete = withBio.edit(interests("engines"), NOW);
        assertThat(complete.facts()).contains(new ProfileCompleted("ada"));

        Member emptied = edited((Member) complete.state(), interests());
        assertThat(emptied.edit(interests("engines"), NOW).facts()).doesNotContain(new ProfileCompleted("ada"));
    }

    @Test
    void whoHidesTheirNameIsShownByTheirMembershipName() {
        var decided = ada.edit(privacy(new Privacy(Map.of(LAST_NAME, Visibility.PRIVATE))), NOW);

        assertThat(decided.facts())
                .containsExactly(new ProfileUpdated("ada", "Ada_L", List.of(Category.PRIVACY), List.of()));
        assertThat(Card.of((Member) decided.state()).displayName()).isEqualTo("Ada_L");
    }

    @Test
    void anErasedMemberLeavesNothingButTheId() {
        assertThat(ada.erase()).isEqualTo(Decision.of(new ErasedMember("ada", 2), new UserErased("ada")));
    }

    private static Member edited(Member member, ProfileChange change) {
        return (Member) member.edit(change, NOW).state();
    }
}
