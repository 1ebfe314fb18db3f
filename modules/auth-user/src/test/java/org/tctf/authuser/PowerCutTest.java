package org.tctf.authuser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.Password;
import org.tctf.identity.Proof;
import org.tctf.kernel.EmailAddress;
import org.tctf.testing.Fuse;
import org.tctf.testing.Fuse.PowerCut;

/** Moves and erasures survive a crash between any two writes to their stores. */
class PowerCutTest {
    private static final String OLD = "ada@example.org";
    private static final String NEW = "countess@example.org";

    /** Before and after the decision; before the end; before and after the move and the end of a session; after the end. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void whereverThePowerIsCutAnAddressThatBothHaveConfirmedIsChangedOnce(int moment) {
        Fuse fuse = Fuse.unarmed();
        try (PlainAuthUser service = new PlainAuthUser(fuse)) {
            String ada = account(service);
            service.identity().signIns().begin(ada, Proof.PASSWORD, "a phone", null);
            service.changeEmail(ada, NEW);
            service.confirm(ada, "OLD", code(service, "EMAIL_CHANGE_REQUESTED"));
            String last = code(service, "NEW_EMAIL_PROOF_REQUESTED");
            fuse.arm(moment);
            assertThatThrownBy(() -> service.confirm(ada, "NEW", last)).isInstanceOf(PowerCut.class);
            assertThat(fuse.isBlown()).isTrue();

            service.comeDue();
            boolean wasDecided = moment > 0;
            assertThat(service.facts("EMAIL_CHANGED")).hasSize(wasDecided ? 1 : 0);
            if (!wasDecided) {
                service.confirm(ada, "NEW", last);
            }
            service.comeDue();
            assertThat(service.facts("EMAIL_CHANGED")).hasSize(1);
            assertThat(service.me(ada).email()).isEqualTo(NEW);
            assertThat(service.identity().sessions().of(ada)).isEmpty();
        }
    }

    /** Before and after: it comes due; the account, its copies and what is kept here are erased. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void whereverThePowerIsCutAnAccountThatIsDueIsErasedAndThatIsSaidOnce(int moment) {
        Fuse fuse = Fuse.unarmed();
        try (PlainAuthUser service = new PlainAuthUser(fuse)) {
            String ada = account(service);
            service.delete(ada);
            service.advance(Duration.ofDays(31));
            fuse.arm(moment);
            assertThatThrownBy(service::comeDue).isInstanceOf(PowerCut.class);
            assertThat(fuse.isBlown()).isTrue();

            service.comeDue();
            service.comeDue();
            assertThat(service.identity().accounts().find(ada)).isEmpty();
            assertThat(service.facts("ACCOUNT_DELETED")).hasSize(1);
            assertThat(account(service)).isNotEqualTo(ada);
        }
    }

    private static String account(PlainAuthUser service) {
        var registered = (Registration.Registered) service.identity()
                .accounts()
                .register(new EmailAddress(OLD), new Password("correct horse battery staple"));
        service.identity().accounts().confirm(registered.accountId());
        service.created(registered.accountId(), "Ada", "Lovelace", "Ada", "en");
        return registered.accountId();
    }

    private static String code(PlainAuthUser service, String type) {
        JsonNode fact = service.facts(type).getLast();
        return service.open(fact.path("code").asText());
    }
}
