package org.tctf.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tctf.usermanagement.domain.ProfileField.BIO;
import static org.tctf.usermanagement.domain.ProfileField.CITY;
import static org.tctf.usermanagement.domain.ProfileField.COUNTRY;
import static org.tctf.usermanagement.domain.ProfileField.FIRST_NAME;
import static org.tctf.usermanagement.domain.ProfileField.JOB_TITLE;
import static org.tctf.usermanagement.domain.ProfileField.LAST_NAME;
import static org.tctf.usermanagement.domain.SignUps.basic;
import static org.tctf.usermanagement.domain.SignUps.interests;
import static org.tctf.usermanagement.domain.SignUps.privacy;
import static org.tctf.usermanagement.domain.SignUps.professional;
import static org.tctf.usermanagement.domain.SignUps.signUp;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.identity.Role;
import org.tctf.testing.Refused;
import org.tctf.usermanagement.UserManagement.Viewer;
import org.tctf.usermanagement.domain.Basic;
import org.tctf.usermanagement.domain.Plan;
import org.tctf.usermanagement.domain.Privacy;
import org.tctf.usermanagement.domain.Professional;
import org.tctf.usermanagement.domain.SignUp;
import org.tctf.usermanagement.domain.Visibility;

abstract class UserManagementBehaviour {
    private static final Viewer STRANGER = new Viewer(null);
    private static final Viewer STAFF = new Viewer("staff", Role.MEMBER, Role.STAFF);
    private static final Viewer BOB = new Viewer("bob", Role.MEMBER);

    private final String ada = UUID.randomUUID().toString();
    private final String name = "Ada_" + ada.substring(0, 8);
    private final SignUp signUp = signUp(ada, "Ada", "Lovelace", name, "GB", Plan.INDIVIDUAL);
    private final Viewer owner = new Viewer(ada, Role.MEMBER);

    private UserManagement service;

    abstract UserManagement start();

    @BeforeEach
    void startService() {
        service = start();
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void aConfirmedSignUpBecomesAMember() {
        service.signUpConfirmed(signUp);

        var seen = service.profile(ada, owner);
        assertThat(seen.field(FIRST_NAME)).contains("Ada");
        assertThat(seen.field(JOB_TITLE)).contains("Engineer");
        assertThat(seen.email()).contains(signUp.email().value());
        assertThat(service.published("USER_CREATED", ada)).isOne();
    }

    @Test
    void aSignUpThatIsConfirmedTwiceIsOneMember() {
        service.signUpConfirmed(signUp);
        service.signUpConfirmed(signUp);

        assertThat(service.published("USER_CREATED", ada)).isOne();
        assertThat(service.profile(ada, owner).version()).isOne();
    }

    @Test
    void whoDoesNotExistIsNotFound() {
        assertRefused("MEMBER_NOT_FOUND", () -> service.profile(ada, BOB));
        assertRefused("MEMBER_NOT_FOUND", () -> service.lookUp(name, BOB));
        assertRefused("MEMBER_NOT_FOUND", () -> service.edit(owner, ada, null, interests("engines")));
    }

    @Test
    void aMemberIsFoundByNameInAnySpelling() {
        service.signUpConfirmed(signUp);

        assertThat(service.lookUp(name.toUpperCase(), BOB).memberId()).isEqualTo(ada);
        assertThat(service.lookUp(name.toLowerCase(), STRANGER).memberId()).isEqualTo(ada);
    }

    @Test
    void eachViewerSeesWhatTheyMay() {
        service.signUpConfirmed(signUp);
        service.edit(
                owner,
                ada,
                null,
                privacy(new Privacy(Map.of(FIRST_NAME, Visibility.PUBLIC, COUNTRY, Visibility.PRIVATE))));

        assertThat(service.profile(ada, STRANGER).fields()).containsOnlyKeys(FIRST_NAME);
        assertThat(service.profile(ada, BOB).fields()).containsOnlyKeys(FIRST_NAME, LAST_NAME, JOB_TITLE);
        assertThat(service.profile(ada, STAFF).fields())
                .containsOnlyKeys(FIRST_NAME, LAST_NAME, JOB_TITLE, COUNTRY, CITY);
        assertThat(service.profile(ada, BOB).email()).isEmpty();
        assertThat(service.profile(ada, STAFF).email()).isPresent();
    }

    @Test
    void onlyTheOwnerEditsAProfile() {
        service.signUpConfirmed(signUp);

        assertRefused("NOT_YOUR_PROFILE", () -> service.edit(BOB, ada, null, interests("engines")));
        assertRefused("NOT_YOUR_PROFILE", () -> service.edit(STAFF, ada, null, interests("engines")));
    }

    @Test
    void anEditReplacesItsCategoriesAndLeavesTheOthers() {
        service.signUpConfirmed(signUp);

        service.edit(owner, ada, null, basic(new Basic("Augusta", "King", "First programmer.")));
        var seen = service.edit(owner, ada, null, professional(new Professional(null, "Engines Ltd", 12)));

        assertThat(seen.field(BIO)).contains("First programmer.");
        assertThat(seen.field(JOB_TITLE)).isEmpty();
        assertThat(seen).isEqualTo(service.profile(ada, owner));
        assertThat(service.published("PROFILE_UPDATED", ada)).isEqualTo(2);
    }

    @Test
    void anEditThatChangesNothingIsNone() {
        service.signUpConfirmed(signUp);
        service.edit(owner, ada, null, interests("engines"));

        assertThat(service.edit(owner, ada, null, interests("engines")).version())
                .isEqualTo(2);
        assertThat(service.published("PROFILE_UPDATED", ada)).isOne();
    }

    @Test
    void anEditOfAVersionThatIsNoMoreIsRefused() {
        service.signUpConfirmed(signUp);
        service.edit(owner, ada, 1L, interests("engines"));

        assertRefused("VERSION_MISMATCH", () -> service.edit(owner, ada, 1L, interests("poetry")));
        assertThat(service.edit(owner, ada, 2L, interests("poetry")).version()).isEqualTo(3);
    }

    @Test
    void aCompleteProfileIsAnnouncedOnce() {
        service.signUpConfirmed(signUp);
        service.edit(owner, ada, null, basic(new Basic("Ada", "Lovelace", "First programmer.")));
        assertThat(service.published("PROFILE_COMPLETED", ada)).isZero();

        service.edit(owner, ada, null, interests("engines"));
        service.edit(owner, ada, null, interests());
        service.edit(owner, ada, null, interests("engines", "poetry"));

        assertThat(service.published("PROFILE_COMPLETED", ada)).isOne();
    }

    @Test
    void membersAreListedByNameCountryAndPlan() {
        String family = "F" + ada.substring(0, 8);
        member(family, "Émile", "FR", Plan.INDIVIDUAL);
        member(family, "Anna", "FR", Plan.GROUP);
        member(family, "Zoë", "FR", Plan.INDIVIDUAL);
        member(family, "Ben", "GB", Plan.INDIVIDUAL);

        String all = family.toLowerCase();
        assertThat(service.list(null, null, all))
                .containsExactly(family + " Anna", family + " Ben", family + " Émile", family + " Zoë");
        assertThat(service.list("FR", null, all)).containsExactly(family + " Anna", family + " Émile", family + " Zoë");
        assertThat(service.list(null, Plan.INDIVIDUAL, all))
                .containsExactly(family + " Ben", family + " Émile", family + " Zoë");
        assertThat(service.list("FR", Plan.INDIVIDUAL, all)).containsExactly(family + " Émile", family + " Zoë");
        assertThat(service.list(null, null, all + " emi")).containsExactly(family + " Émile");
    }

    @Test
    void whatAMemberHidesNoListGivesAway() {
        service.signUpConfirmed(signUp);
        service.edit(
                owner,
                ada,
                null,
                privacy(new Privacy(Map.of(LAST_NAME, Visibility.PRIVATE, COUNTRY, Visibility.PRIVATE))));

        assertThat(service.list(null, null, name)).containsExactly(name);
        assertThat(service.list("GB", null, name)).isEmpty();
        assertThat(service.list("GB", Plan.INDIVIDUAL, name)).isEmpty();
    }

    @Test
    void aDeletedAccountsMemberIsErasedAndTheNameIsFree() {
        service.signUpConfirmed(signUp);
        service.accountDeleted(ada);
        service.accountDeleted(ada);

        assertRefused("MEMBER_NOT_FOUND", () -> service.profile(ada, STAFF));
        assertThat(service.list(null, null, name)).isEmpty();
        assertThat(service.published("USER_ERASED", ada)).isOne();

        String heir = UUID.randomUUID().toString();
        service.signUpConfirmed(signUp(heir, "Ada", "Byron", name, "GB", Plan.INDIVIDUAL));
        assertThat(service.lookUp(name, BOB).memberId()).isEqualTo(heir);
    }

    @Test
    void theNewestAddressOfAnAccountIsItsMembersInWhateverOrderItIsTold() {
        service.signUpConfirmed(signUp);
        service.emailChanged(ada, "countess@example.org", Duration.ofMinutes(1));
        service.emailChanged(ada, "in.between@example.org", Duration.ofMinutes(2));
        assertThat(service.profile(ada, STAFF).email()).contains("countess@example.org");
        service.accountDeleted(ada);
        service.emailChanged(ada, "late@example.org", Duration.ZERO);
        assertRefused("MEMBER_NOT_FOUND", () -> service.profile(ada, STAFF));
    }

    @Test
    void aSignUpThatArrivesAfterTheDeletionBringsNobodyBack() {
        service.accountDeleted(ada);
        service.signUpConfirmed(signUp);

        assertRefused("MEMBER_NOT_FOUND", () -> service.profile(ada, STAFF));
        assertThat(service.published("USER_CREATED", ada)).isZero();
    }

    private void member(String first, String last, String country, Plan plan) {
        String id = UUID.randomUUID().toString();
        service.signUpConfirmed(signUp(id, first, last, "m_" + id.substring(0, 8), country, plan));
    }

    private static void assertRefused(String code, ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOf(Refused.class).hasMessage(code);
    }
}
