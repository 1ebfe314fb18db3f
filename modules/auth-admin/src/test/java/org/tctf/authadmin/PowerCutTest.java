package org.tctf.authadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.identity.Proof;
import org.tctf.identity.Role;
import org.tctf.kernel.EmailAddress;
import org.tctf.testing.Fuse;
import org.tctf.testing.Fuse.PowerCut;

/** An act survives a crash between any two writes to its two stores. */
class PowerCutTest {
    private static final Map<String, Object> WHY = Map.of("reason", "left the foundation");

    @ParameterizedTest
    @MethodSource("momentsSinceItWasOrdered")
    void onceOrderedAnActIsCarriedOutAndPublishedOnceThoughNobodyAsksAgain(int moment) {
        Fuse fuse = Fuse.at(moment);
        try (PlainAuthAdmin service = new PlainAuthAdmin(fuse)) {
            String eve = service.member();
            assertThatThrownBy(() -> disable(service, eve)).isInstanceOf(PowerCut.class);
            service.workQueue();
            assertThat(service.identity().accounts().find(eve).orElseThrow().enabled())
                    .isFalse();
            assertThat(service.facts("USER_DISABLED")).hasSize(1);
            assertThat(service.waiting("USER_DISABLED")).containsExactly("ORDERED", "DONE");
            service.workQueue();
            assertThat(service.facts("USER_DISABLED")).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = 0)
    void whatCouldNotEvenBeOrderedHasNotHappened(int moment) {
        try (PlainAuthAdmin service = new PlainAuthAdmin(Fuse.at(moment))) {
            String eve = service.member();
            assertThatThrownBy(() -> disable(service, eve)).isInstanceOf(PowerCut.class);
            service.workQueue();
            assertThat(service.identity().accounts().find(eve).orElseThrow().enabled())
                    .isTrue();
            assertThat(service.waiting("USER_DISABLED")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("momentsSinceItWasOrdered")
    void aRefusalIsInTheLogToo(int moment) {
        try (PlainAuthAdmin service = new PlainAuthAdmin(Fuse.at(moment))) {
            String last = service.member();
            service.identity().accounts().grant(last, Role.ADMIN);
            assertThatThrownBy(() -> disable(service, last)).isInstanceOf(PowerCut.class);
            service.workQueue();
            assertThat(service.identity().accounts().find(last).orElseThrow().enabled())
                    .isTrue();
            assertThat(service.facts("USER_DISABLED")).isEmpty();
            assertThat(service.waiting("USER_DISABLED")).isEqualTo(List.of("ORDERED", "REFUSED"));
        }
    }

    @ParameterizedTest
    @MethodSource("momentsSinceItWasOrdered")
    void everybodysSessionsEndOnceAndUpToTheOrderOnly(int moment) {
        try (PlainAuthAdmin service = new PlainAuthAdmin(Fuse.at(moment))) {
            String eve = service.member();
            String bob = service.member();
            signIn(service, eve);
            assertThatThrownBy(() -> service.as("some-admin", Role.ADMIN).endEverybodysSessions("a theft"))
                    .isInstanceOf(PowerCut.class);
            service.advance(Duration.ofSeconds(1));
            signIn(service, bob);
            service.workQueue();
            assertThat(service.identity().sessions().of(eve)).isEmpty();
            assertThat(service.identity().sessions().of(bob)).hasSize(1);
            assertThat(service.facts("EVERYBODYS_SESSIONS_ENDED")).hasSize(1);
            assertThat(service.waiting("EVERYBODYS_SESSIONS_ENDED")).containsExactly("ORDERED", "DONE");
        }
    }

    @ParameterizedTest
    @MethodSource("momentsSinceItWasOrdered")
    void aMembersSessionsEndOnceAndUpToTheOrderOnly(int moment) {
        try (PlainAuthAdmin service = new PlainAuthAdmin(Fuse.at(moment))) {
            String eve = service.member();
            signIn(service, eve);
            assertThatThrownBy(() -> service.as("some-admin", Role.ADMIN).endSessions(eve, "a lost phone"))
                    .isInstanceOf(PowerCut.class);
            service.advance(Duration.ofSeconds(1));
            signIn(service, eve);
            service.workQueue();
            assertThat(service.identity().sessions().of(eve)).hasSize(1);
            assertThat(service.facts("USER_SESSIONS_ENDED")).hasSize(1);
            assertThat(service.waiting("USER_SESSIONS_ENDED")).containsExactly("ORDERED", "DONE");
        }
    }

    @ParameterizedTest
    @MethodSource("momentsSinceItWasOrdered")
    void theFirstAdminIsAppointedOnce(int moment) {
        try (PlainAuthAdmin service = new PlainAuthAdmin(Fuse.at(moment))) {
            String ada = service.member(new EmailAddress("first.admin@example.org"));
            assertThatThrownBy(service::appointFirstAdmin).isInstanceOf(PowerCut.class);
            service.workQueue();
            service.appointFirstAdmin();
            assertThat(service.identity()
                            .accounts()
                            .find(ada)
                            .orElseThrow()
                            .account()
                            .roles())
                    .contains(Role.ADMIN);
            assertThat(service.facts("ROLE_GRANTED")).hasSize(1);
        }
    }

    /** After the order; before and after the provider's write; before and after the end. */
    static IntStream momentsSinceItWasOrdered() {
        return IntStream.range(1, 6);
    }

    private static void signIn(PlainAuthAdmin service, String userId) {
        service.identity().signIns().begin(userId, Proof.PASSWORD, null, null);
    }

    private static void disable(PlainAuthAdmin service, String userId) {
        service.as("some-admin", Role.ADMIN)
                .put("status", Map.of("userId", userId, "enabled", false, "reason", WHY.get("reason")));
    }
}
