package org.tctf.builtinidentity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tctf.identity.Account;
import org.tctf.identity.Password;
import org.tctf.identity.Passwords.Check;
import org.tctf.kernel.EmailAddress;

class PasswordsTest {
    private static final Password WRONG = new Password("wrong");

    private final ProviderBench bench = new ProviderBench();
    private final BuiltinIdentity provider = bench.provider();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aHashNamesItsAlgorithmAndCost() {
        Argon2id argon = new Argon2id(HashingCost.OWASP, new SecureRandom(), 1);
        String hash = argon.hash(ProviderBench.PASSWORD);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(argon.matches("ada", hash, ProviderBench.PASSWORD)).isTrue();
        assertThat(argon.matches("ada", hash, WRONG)).isFalse();
        assertThat(argon.hash(ProviderBench.PASSWORD)).isNotEqualTo(hash);
    }

    /** The reference implementation's own vector: {@code echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1}. */
    @Test
    void hashesOfTheReferenceImplementationMatch() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        Argon2id argon = new Argon2id(HashingCost.LEAST, new SecureRandom(), 1);
        assertThat(argon.matches("ada", reference, new Password("password"))).isTrue();
        assertThat(argon.matches("ada", reference, WRONG)).isFalse();
    }

    @Test
    void whatIsNoHashOfOursIsAFaultAndNotAWrongPassword() {
        Argon2id argon = new Argon2id(HashingCost.LEAST, new SecureRandom(), 1);
        assertThatThrownBy(() -> argon.matches("ada", "{plain}wrong", WRONG)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aHashOfAnOldCostIsRenewedAtTheNextSignIn() {
        Account ada = bench.member(provider);
        HashingCost dearer = new HashingCost(16, 2, 1);
        BuiltinIdentity upgraded = bench.provider(new Argon2id(dearer, new SecureRandom(), 1));
        assertThat(hashOf(ada)).contains("m=8,t=1");
        assertThat(upgraded.passwords().check(ada.email(), WRONG)).isInstanceOf(Check.Wrong.class);
        assertThat(hashOf(ada)).contains("m=8,t=1");
        assertThat(upgraded.passwords().check(ada.email(), ProviderBench.PASSWORD))
                .isInstanceOf(Check.Right.class);
        assertThat(hashOf(ada)).contains("m=16,t=2");
        assertThat(upgraded.passwords().check(ada.email(), ProviderBench.PASSWORD))
                .isInstanceOf(Check.Right.class);
    }

    /**
     * Work is compared instead of time: one hash of the same cost, and the same reads and durable writes in the same
     * order. A test of wall time on a shared machine either fails at random or proves nothing.
     */
    @Test
    void aWrongPasswordCostsTheSameForKnownAndUnknownAddresses() {
        EmailAddress known = bench.member(provider).email();
        Work ofKnown = workOf(() -> provider.passwords().check(known, WRONG));
        Work ofUnknown = workOf(() -> provider.passwords().check(bench.newAddress(), WRONG));
        assertThat(ofUnknown).isEqualTo(ofKnown);
        assertThat(ofKnown.hashes()).containsExactly("match at m=8,t=1,p=1");
    }

    @Test
    void aLockCostsTheSameForKnownAndUnknownAddresses() {
        EmailAddress known = bench.member(provider).email();
        EmailAddress unknown = bench.newAddress();
        for (int i = 0; i < 5; i++) {
            provider.passwords().check(known, WRONG);
            provider.passwords().check(unknown, WRONG);
        }
        assertThat(workOf(() -> provider.passwords().check(unknown, WRONG)))
                .isEqualTo(workOf(() -> provider.passwords().check(known, WRONG)));
    }

    @Test
    void aPasswordThatCouldNotBeComparedIsNotCountedAsWrong() {
        EmailAddress ada = bench.member(provider).email();
        bench.keeper.isDown = true;
        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(() -> provider.passwords().check(ada, ProviderBench.PASSWORD))
                    .hasMessage("down");
        }
        bench.keeper.isDown = false;
        assertThat(provider.passwords().check(ada, WRONG))
                .isInstanceOfSatisfying(
                        Check.Wrong.class,
                        wrong -> assertThat(wrong.locksUntil()).isNull());
        assertThat(provider.passwords().check(ada, ProviderBench.PASSWORD)).isInstanceOf(Check.Right.class);
    }

    @Test
    void guessesInManyProcessesDoNotOutrunTheLock() throws InterruptedException {
        EmailAddress ada = bench.member(provider).email();
        bench.keeper.computed.clear();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int process = 0; process < 8; process++) {
                BuiltinIdentity one = bench.provider();
                threads.submit(() -> {
                    for (int i = 0; i < 5; i++) {
                        one.passwords().check(ada, WRONG);
                    }
                });
            }
        }
        assertThat(bench.keeper.computed).hasSize(5);
    }

    @Test
    void aRegistrationCostsTheSameForTakenAndFreeAddresses() {
        EmailAddress taken = bench.member(provider).email();
        Work ofTaken = workOf(() -> provider.accounts().register(taken, ProviderBench.PASSWORD));
        Work ofFree = workOf(() -> provider.accounts().register(bench.newAddress(), ProviderBench.PASSWORD));
        assertThat(ofFree).isEqualTo(ofTaken);
    }

    @Test
    void noMorePasswordsAreHashedAtOnceThanTheTurnstileLetsThrough() throws InterruptedException {
        Turnstile turnstile = new Turnstile(1);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread first = Thread.ofVirtual()
                .start(() -> turnstile.pass(() -> {
                    inside.countDown();
                    await(leave);
                    return "done";
                }));
        inside.await();
        Thread second = Thread.ofVirtual().start(() -> turnstile.pass(() -> "done"));
        Awaitility.await().until(() -> second.getState() == Thread.State.TIMED_WAITING);
        leave.countDown();
        assertThat(first.join(Duration.ofSeconds(5))).isTrue();
        assertThat(second.join(Duration.ofSeconds(5))).isTrue();
    }

    private record Work(List<String> hashes, List<String> storage) {}

    private Work workOf(Runnable what) {
        bench.keeper.computed.clear();
        bench.table.done.clear();
        what.run();
        return new Work(List.copyOf(bench.keeper.computed), List.copyOf(bench.table.done));
    }

    private String hashOf(Account account) {
        return bench.serviceTable(bench.table)
                .get(ProviderTable.ACCOUNT.key(account.id()), AccountRow.class)
                .orElseThrow()
                .passwordHash();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(5, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody opened it");
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
