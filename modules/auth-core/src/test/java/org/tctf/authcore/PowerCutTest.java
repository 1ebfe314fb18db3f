package org.tctf.authcore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tctf.authcore.Forms.PASSWORD;
import static org.tctf.authcore.Forms.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tctf.authcore.adapter.events.AcceptedSignUps;
import org.tctf.testing.Fuse;
import org.tctf.testing.Fuse.PowerCut;

/** A sign-up survives a crash between any two writes to its two stores. */
class PowerCutTest {
    private static final String ADA = "ada@example.org";

    @ParameterizedTest
    @MethodSource("momentsOfASignUp")
    void whereverThePowerIsCutASignUpEndsAsOneMemberWhoCanSignIn(int moment) {
        Fuse fuse = Fuse.at(moment);
        try (PlainAuthCore service = new PlainAuthCore(fuse)) {
            String signUp = signUp(service);
            try {
                service.confirm(signUp, mailedCode(service));
            } catch (PowerCut restarted) {
                workQueue(service);
                service.confirm(signUp, mailedCode(service));
            }
            assertThat(fuse.isBlown()).isTrue();
            workQueue(service);
            assertThat(service.signIn(ADA, PASSWORD).userId()).isEqualTo(onlyMember(service));
        }
    }

    @ParameterizedTest
    @MethodSource("momentsSinceItWasAccepted")
    void onceAcceptedAConfirmationNeedsNobodyToAskAgain(int moment) {
        try (PlainAuthCore service = new PlainAuthCore(Fuse.at(moment))) {
            String signUp = service.signUp(form(ADA, "Ada"));
            assertThatThrownBy(() -> service.confirm(signUp, mailedCode(service)))
                    .isInstanceOf(PowerCut.class);
            workQueue(service);
            assertThat(service.signIn(ADA, PASSWORD).userId()).isEqualTo(onlyMember(service));
        }
    }

    /** Before and after each of the five writes: account, sign-up, acceptance, account's confirmation, announcement. */
    static IntStream momentsOfASignUp() {
        return IntStream.range(0, 10);
    }

    static IntStream momentsSinceItWasAccepted() {
        return IntStream.range(5, 10);
    }

    private static void workQueue(PlainAuthCore service) {
        service.bench.work(new AcceptedSignUps(service.completeSignUp()));
    }

    private static String onlyMember(PlainAuthCore service) {
        assertThat(service.facts("SIGN_UP_CONFIRMED")).hasSize(1);
        return service.facts("SIGN_UP_CONFIRMED").getFirst().path("userId").asText();
    }

    /** A client whose request died signs up again. */
    private static String signUp(PlainAuthCore service) {
        try {
            return service.signUp(form(ADA, "Ada"));
        } catch (PowerCut restarted) {
            return service.signUp(form(ADA, "Ada"));
        }
    }

    private static String mailedCode(PlainAuthCore service) {
        JsonNode newest = service.facts("EMAIL_VERIFICATION_REQUESTED").getLast();
        return service.open(newest.path("code").asText());
    }
}
