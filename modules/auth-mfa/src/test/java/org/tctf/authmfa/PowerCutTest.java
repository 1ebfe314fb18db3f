package org.tctf.authmfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tctf.authmfa.App.STEP;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.authmfa.AuthMfa.Client;
import org.tctf.identity.SignIns;
import org.tctf.testing.Fuse;
import org.tctf.testing.Fuse.PowerCut;

/** A second factor survives a crash between any two writes to its two stores. */
class PowerCutTest {

    /** Before and after each of the three writes: the factor, the provider, the announcement. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void whereverThePowerIsCutNobodyIsAskedForAFactorThatTheyDoNotHave(int moment) {
        Fuse fuse = Fuse.unarmed();
        try (PlainAuthMfa service = new PlainAuthMfa(fuse)) {
            People people = new People(service.identity());
            String ada = people.member();
            Client client = people.signedIn(ada);
            App app = service.setUp(client);
            fuse.arm(moment);
            String first = app.codeAt(service.now().minus(STEP));
            String second = app.codeAt(service.now());
            assertThatThrownBy(() -> service.completeSetup(client, first, second))
                    .isInstanceOf(PowerCut.class);
            assertThat(fuse.isBlown()).isTrue();

            if (people.begin(ada, null) instanceof SignIns.SecondFactorNeeded needed) {
                service.advance(STEP);
                service.signInWithTotp(needed.challenge(), app.codeAt(service.now()), false);
            }
            service.workQueue();
            boolean wasAccepted = moment > 0;
            assertThat(people.begin(ada, null) instanceof SignIns.SecondFactorNeeded)
                    .isEqualTo(wasAccepted);
            assertThat(service.status(client).enabled()).isEqualTo(wasAccepted);
            assertThat(service.facts("MFA_ENABLED")).hasSize(wasAccepted ? 1 : 0);
        }
    }

    /** Before and after each of the four writes: the code, the factor, the provider, the announcement. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void aFactorThatIsBeingTurnedOffIsGoodForAsLongAsItIsAskedFor(int moment) {
        Fuse fuse = Fuse.unarmed();
        try (PlainAuthMfa service = new PlainAuthMfa(fuse)) {
            People people = new People(service.identity());
            String ada = people.member();
            Client client = people.signedIn(ada);
            App app = service.setUp(client);
            service.completeSetup(client, app.codeAt(service.now().minus(STEP)), app.codeAt(service.now()));
            service.advance(STEP);
            fuse.arm(moment);
            assertThatThrownBy(() -> service.turnOff(client, app.codeAt(service.now())))
                    .isInstanceOf(PowerCut.class);

            if (people.begin(ada, null) instanceof SignIns.SecondFactorNeeded needed) {
                service.advance(STEP);
                service.signInWithTotp(needed.challenge(), app.codeAt(service.now()), false);
            }
            service.workQueue();
            boolean wasAccepted = moment > 2;
            assertThat(people.begin(ada, null) instanceof SignIns.Opened).isEqualTo(wasAccepted);
            assertThat(service.status(client).enabled()).isEqualTo(!wasAccepted);
            assertThat(service.facts("MFA_DISABLED")).hasSize(wasAccepted ? 1 : 0);
        }
    }
}
