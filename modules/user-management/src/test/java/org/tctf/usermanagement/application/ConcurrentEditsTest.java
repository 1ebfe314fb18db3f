package org.tctf.usermanagement.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.usermanagement.domain.SignUps.ada;
import static org.tctf.usermanagement.domain.SignUps.interests;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;
import org.tctf.testing.Workbench;
import org.tctf.usermanagement.UserManagementService;
import org.tctf.usermanagement.adapter.store.TableMembers;

class ConcurrentEditsTest {
    private static final int EDITS = 50;

    @Test
    void anEditIsEitherKeptAndAnnouncedOrRefusedAndNeverLost() {
        try (Workbench bench = Workbench.of(UserManagementService.DEFINITION)) {
            Members members = new TableMembers(bench.tables());
            new CreateMember(members, bench.clock()).create(ada("ada"));
            EditProfile editProfile = new EditProfile(members, bench.clock());
            Principal owner =
                    new Principal("ada", Set.of(), "session", bench.clock().instant());
            AtomicInteger kept = new AtomicInteger();
            Set<String> refusals = ConcurrentHashMap.newKeySet();

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < EDITS; i++) {
                    String interest = "interest " + i;
                    threads.submit(() -> {
                        try {
                            editProfile.edit(owner, "ada", null, interests(interest));
                            kept.incrementAndGet();
                        } catch (Problem refused) {
                            refusals.add(refused.code());
                        }
                    });
                }
            }

            assertThat(kept.get()).isPositive();
            assertThat(refusals).isSubsetOf("CONCURRENT_MODIFICATION");
            assertThat(members.find("ada").orElseThrow().version()).isEqualTo(1 + kept.get());
            assertThat(bench.raised("PROFILE_UPDATED")).hasSize(kept.get());
        }
    }
}
