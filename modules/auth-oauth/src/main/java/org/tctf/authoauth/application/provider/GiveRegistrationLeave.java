package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.tctf.authoauth.domain.provider.RegistrationLeave;
import org.tctf.identity.Principal;
import org.tctf.kernel.Ids;

/** An administrator lets a number of applications register themselves. */
@Singleton
public class GiveRegistrationLeave {
    private final RegistrationLeaves leaves;
    private final Ids ids;
    private final InstantSource clock;

    public GiveRegistrationLeave(RegistrationLeaves leaves, Ids ids, InstantSource clock) {
        this.leaves = leaves;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param token shown this once */
    public record Given(RegistrationLeave leave, String token) {

        @Override
        public String toString() {
            return "Given[" + leave.id() + "]";
        }
    }

    /** @throws org.tctf.kernel.Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code INVALID_REGISTRATION_TOKEN} */
    public Given give(Principal admin, String label, List<String> scopes, int applications, Duration life) {
        admin.requireRecentProof(clock);
        Instant until = clock.instant().plus(life);
        var given = RegistrationLeave.give(
                ids.next().toString(), label.strip(), scopes, applications, until, admin.memberId());
        return new Given(given.state(), leaves.give(given));
    }
}
