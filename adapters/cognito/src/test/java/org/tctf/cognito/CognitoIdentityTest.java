package org.tctf.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.identity.Accounts.Confirmation;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.Password;
import org.tctf.identity.Passwords.Check;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;
import org.tctf.kernel.Unavailable;
import org.tctf.localaws.AwsFault;
import org.tctf.localaws.FakeCognito;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** What Cognito does that the contract does not know of. */
class CognitoIdentityTest {
    private static final Password RIGHT = new Password("correct horse battery");
    private static final Password NEXT = new Password("another one, and longer");
    private static final Password WRONG = new Password("incorrect horse battery");
    private static final AwsFault THROTTLED = AwsFault.badRequest("TooManyRequestsException", "Rate exceeded");

    private final PoolBench bench = new PoolBench();
    private final CognitoIdentity provider = bench.provider();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void thePoolKnowsIdsAndNoAddresses() {
        EmailAddress ada = bench.newAddress();
        String id = member(ada);
        assertThat(bench.pool.users()).containsExactly(id);
        assertThat(bench.aws.calls(FakeCognito.CREATE_USER).toString()).doesNotContain(ada.value());
    }

    @Test
    void knownAndUnknownAddressesAskCognitoAlike() {
        EmailAddress ada = bench.newAddress();
        member(ada);
        int before = bench.aws.calls(FakeCognito.INITIATE_AUTH).size();
        check(ada, WRONG);
        check(bench.newAddress(), WRONG);
        assertThat(bench.aws.calls(FakeCognito.INITIATE_AUTH)).hasSize(before + 2);
    }

    @Test
    void takenAndFreeAddressesAskCognitoAlike() {
        EmailAddress ada = bench.newAddress();
        member(ada);
        List<Integer> first = calls();
        register(ada);
        List<Integer> taken = calls();
        register(bench.newAddress());
        List<Integer> free = calls();
        for (int i = 0; i < first.size(); i++) {
            assertThat(free.get(i) - taken.get(i)).isEqualTo(taken.get(i) - first.get(i));
        }
    }

    @Test
    void anUnknownUserIsAWrongPasswordAlsoWhenThePoolSaysSo() {
        bench.pool.preventUserExistenceErrors(false);
        assertThat(check(bench.newAddress(), WRONG)).isEqualTo(new Check.Wrong(null, 4, null));
    }

    /** Cognito tells so before it compares, so telling it on would tell strangers. */
    @Test
    void whomAnOperatorDisabledOrResetInThePoolGetsNoMoreThanWrong() {
        EmailAddress ada = bench.newAddress();
        EmailAddress bob = bench.newAddress();
        String adasId = member(ada);
        String bobsId = member(bob);
        bench.pool.disable(adasId);
        bench.pool.resetPassword(bobsId);
        assertThat(check(ada, RIGHT)).isEqualTo(new Check.Wrong(adasId, 4, null));
        assertThat(check(bob, RIGHT)).isEqualTo(new Check.Wrong(bobsId, 4, null));
        provider.passwords().replace(bobsId, NEXT, null);
        assertThat(check(bob, NEXT)).isInstanceOf(Check.Right.class);
    }

    @Test
    void aNewPasswordBringsBackAUserThatThePoolHasLost() {
        EmailAddress ada = bench.newAddress();
        String id = member(ada);
        bench.pool.delete(id);
        assertThat(check(ada, RIGHT)).isInstanceOf(Check.Wrong.class);
        provider.passwords().replace(id, NEXT, null);
        assertThat(check(ada, NEXT)).isInstanceOf(Check.Right.class);
    }

    @Test
    void aPasswordForAnUnknownAccountMakesNoUser() {
        provider.passwords().replace("nobody", RIGHT, null);
        assertThat(bench.pool.users()).isEmpty();
    }

    @Test
    void usersThatNobodyConfirmedLeaveThePoolAfterAFortnight() {
        EmailAddress ada = bench.newAddress();
        String confirmed = member(ada);
        register(ada);
        register(bench.newAddress());
        assertThat(bench.pool.users()).hasSize(3);
        bench.advance(LeftOverUsers.KEPT.minusSeconds(1));
        String younger = registered(bench.newAddress());
        assertThat(bench.pool.users()).hasSize(4);
        bench.advance(Duration.ofSeconds(2));
        String newest = registered(bench.newAddress());
        String evenNewer = registered(bench.newAddress());
        assertThat(bench.pool.users()).containsExactlyInAnyOrder(confirmed, younger, newest, evenNewer);
        assertThat(check(ada, RIGHT)).isInstanceOf(Check.Right.class);
    }

    @Test
    void aSignUpSucceedsAlsoWhenOldUsersCannotBeTakenAwayAndAnotherTakesThemAway() {
        String old = registered(bench.newAddress());
        bench.advance(LeftOverUsers.KEPT.plusSeconds(1));
        bench.aws.failNext(FakeCognito.DELETE_USER, 3, THROTTLED);
        registered(bench.newAddress());
        assertThat(bench.pool.users()).contains(old);
        registered(bench.newAddress());
        assertThat(bench.pool.users()).doesNotContain(old);
    }

    @Test
    void afterACrashBetweenPoolAndTableTheAddressIsFreeAndTheUserLeaves() {
        EmailAddress ada = bench.newAddress();
        bench.aws.failNext(FakeCognito.SET_PASSWORD, 3, new AwsFault(500, "InternalErrorException", "down"));
        assertThatThrownBy(() -> register(ada)).isInstanceOf(Unavailable.class);
        String halfMade = bench.pool.users().iterator().next();
        String id = registered(ada);
        assertThat(provider.accounts().confirm(id)).isEqualTo(Confirmation.CONFIRMED);
        assertThat(check(ada, RIGHT)).isInstanceOf(Check.Right.class);
        bench.advance(LeftOverUsers.KEPT.plusSeconds(1));
        register(bench.newAddress());
        assertThat(bench.pool.users()).contains(id).doesNotContain(halfMade);
    }

    @ParameterizedTest
    @ValueSource(strings = {FakeCognito.CREATE_USER, FakeCognito.SET_PASSWORD, FakeCognito.INITIATE_AUTH})
    void aLostAnswerIsAskedForAgain(String operation) {
        bench.aws.loseNextAnswer(operation);
        EmailAddress ada = bench.newAddress();
        member(ada);
        assertThat(check(ada, RIGHT)).isInstanceOf(Check.Right.class);
    }

    @Test
    void whenCognitoIsDownNobodyIsLockedForIt() {
        EmailAddress ada = bench.newAddress();
        member(ada);
        for (int i = 0; i < 6; i++) {
            bench.aws.failNext(FakeCognito.INITIATE_AUTH, 3, new AwsFault(500, "InternalErrorException", "down"));
            assertThatThrownBy(() -> check(ada, RIGHT)).isInstanceOf(Unavailable.class);
        }
        assertThat(check(ada, RIGHT)).isInstanceOf(Check.Right.class);
    }

    @Test
    void whenCognitoIsThrottledWhoeverSignsInIsAskedToComeBack() {
        bench.aws.failNext(FakeCognito.INITIATE_AUTH, 3, THROTTLED);
        assertThatThrownBy(() -> check(bench.newAddress(), RIGHT)).isInstanceOfSatisfying(Problem.class, busy -> {
            assertThat(busy.code()).isEqualTo("SIGN_IN_BUSY");
            assertThat(busy.retryAfter()).isPositive();
        });
    }

    @Test
    void aHangingCognitoIsLeftInTime() {
        Duration soon = Duration.ofMillis(300);
        Stream.of(1, 2, 3).forEach(i -> bench.aws.delayNext(FakeCognito.INITIATE_AUTH, Duration.ofSeconds(30)));
        try (CognitoIdentityProviderClient hasty =
                bench.client(ClientLimits.standard().copy(limits -> limits.apiCallTimeout(soon)))) {
            CognitoIdentity impatient = bench.provider(hasty, PoolBench.POOL);
            long begin = System.nanoTime();
            assertThatThrownBy(() -> impatient.passwords().check(bench.newAddress(), RIGHT))
                    .isInstanceOf(Unavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(soon.multipliedBy(10));
        }
        assertThat(ClientLimits.standard().apiCallTimeout()).hasValue(ClientLimits.PATIENCE);
    }

    @Test
    void aPoolThatIsNotThereIsUnavailable() {
        CognitoIdentity lost = bench.provider(bench.cognito, new UserPool("eu-central-1_other", FakeCognito.CLIENT));
        assertThatThrownBy(() -> lost.passwords().check(bench.newAddress(), RIGHT))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("eu-central-1_other");
    }

    @Test
    void aPoolThatAsksForMoreThanThePlatformIsAFaultAndNotTheMembers() {
        bench.pool.minimumLength(30);
        assertThatIllegalStateException()
                .isThrownBy(() -> register(bench.newAddress()))
                .withMessageContaining("let its policy ask for 12 characters at most");
    }

    @Test
    void aPoolWithASecondFactorOfItsOwnIsAFault() {
        EmailAddress ada = bench.newAddress();
        member(ada);
        bench.pool.challengeWith("SOFTWARE_TOKEN_MFA");
        assertThatIllegalStateException()
                .isThrownBy(() -> check(ada, RIGHT))
                .withMessageContaining("SOFTWARE_TOKEN_MFA");
    }

    private List<Integer> calls() {
        return Stream.of(FakeCognito.CREATE_USER, FakeCognito.SET_PASSWORD, FakeCognito.DELETE_USER)
                .map(operation -> bench.aws.calls(operation).size())
                .toList();
    }

    private String member(EmailAddress email) {
        String id = registered(email);
        provider.accounts().confirm(id);
        return id;
    }

    private String registered(EmailAddress email) {
        return ((Registration.Registered) register(email)).accountId();
    }

    private Registration register(EmailAddress email) {
        return provider.accounts().register(email, RIGHT);
    }

    private Check check(EmailAddress email, Password password) {
        return provider.passwords().check(email, password);
    }
}
