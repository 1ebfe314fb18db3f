package org.tctf.communication.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.tctf.communication.CommunicationService;
import org.tctf.communication.domain.PushSubscription;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.testing.Workbench;

/** Several members at one browser, at the same moment. */
class PushBookRaceTest {
    private static final PushSubscription BROWSER = new PushSubscription(
            "browser", "a session", "shared", "push.example.org", new Encrypted("sealed"), Instant.EPOCH, null);

    @RepeatedTest(5)
    void ofMembersWhoRegisterOneBrowserAtOnceJustOneHasItAndCanEndIt() {
        try (Workbench bench = Workbench.of(CommunicationService.DEFINITION)) {
            TablePushBook book = new TablePushBook(bench.tables());
            List<String> members =
                    IntStream.range(0, 6).mapToObj(i -> "member-" + i).toList();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                members.forEach(member -> threads.submit(() -> untilDone(() -> book.register(member, BROWSER))));
            }
            List<String> owners = members.stream()
                    .filter(member -> book.of(member).find(BROWSER.id()).isPresent())
                    .toList();
            assertThat(owners).hasSize(1);
            book.remove(owners.getFirst(), BROWSER.id());
            assertThat(members)
                    .allSatisfy(member ->
                            assertThat(book.of(member).subscriptions()).isEmpty());
            book.register("member-0", BROWSER);
            assertThat(book.of("member-0").subscriptions()).hasSize(1);
        }
    }

    /** As a client does that is told to try again. */
    private static void untilDone(Runnable work) {
        while (true) {
            try {
                work.run();
                return;
            } catch (Problem lostRaces) {
                Thread.onSpinWait();
            }
        }
    }
}
