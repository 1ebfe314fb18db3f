package org.tctf.authuser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.Password;
import org.tctf.kernel.EmailAddress;
import org.tctf.testing.Refused;
import org.tctf.testing.Work;

/**
 * Whoever asks cannot tell a name or an address with an account from one without: the same calls of the same ports, in the
 * same order, whichever it is. What a port costs does not depend on it either: that is its own contract.
 */
class NoOracleTest {
    private static final String WRONG = "000000";

    @Test
    void recoveryDoesTheSameWorkForANameThatNobodyHas() {
        Work work = new Work();
        try (PlainAuthUser service = new PlainAuthUser(work)) {
            account(service, "ada@example.org", "Ada");
            assertThat(work(work, () -> service.recover("Ada")))
                    .isNotEmpty()
                    .isEqualTo(work(work, () -> service.recover("Nobody")));
            // And when it was asked for before, which mails nothing.
            assertThat(work(work, () -> service.recover("Ada"))).isEqualTo(work(work, () -> service.recover("Nobody")));
        }
    }

    @Test
    void aChangeToAnAddressThatIsTakenIsTheSameWorkUpToItsLastWrongCode() {
        Work work = new Work();
        try (PlainAuthUser service = new PlainAuthUser(work)) {
            String ada = account(service, "ada@example.org", "Ada");
            String eve = account(service, "eve@example.org", "Eve");
            account(service, "taken@example.org", "Bob");
            assertThat(work(work, () -> service.changeEmail(ada, "taken@example.org")))
                    .isNotEmpty()
                    .isEqualTo(work(work, () -> service.changeEmail(eve, "free@example.org")));
            for (int wrong = 0; wrong < 6; wrong++) {
                assertThat(work(work, () -> refused(service, ada))).isEqualTo(work(work, () -> refused(service, eve)));
            }
        }
    }

    private static List<String> work(Work work, Runnable request) {
        work.look();
        request.run();
        return work.look();
    }

    private static void refused(PlainAuthUser service, String userId) {
        assertThatThrownBy(() -> service.confirm(userId, "NEW", WRONG)).isInstanceOf(Refused.class);
    }

    private static String account(PlainAuthUser service, String email, String name) {
        var registered = (Registration.Registered) service.identity()
                .accounts()
                .register(new EmailAddress(email), new Password("correct horse battery staple"));
        service.identity().accounts().confirm(registered.accountId());
        service.created(registered.accountId(), name, "Lovelace", name, "en");
        return registered.accountId();
    }
}
