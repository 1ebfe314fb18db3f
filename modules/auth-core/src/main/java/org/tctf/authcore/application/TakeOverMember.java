package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.authcore.domain.Applicant;
import org.tctf.authcore.domain.VouchedSignUp;
import org.tctf.identity.ForeignHash;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.Problem;

/** Takes over a member of another system, with the hash of their password there: they sign in with it as before. */
@Singleton
public class TakeOverMember {
    private final VouchedSignUps signUps;
    private final InstantSource clock;

    public TakeOverMember(VouchedSignUps signUps, InstantSource clock) {
        this.signUps = signUps;
        this.clock = clock;
    }

    /**
     * @return the new member's id
     * @throws Problem {@code ADMIN_ONLY}, {@code RECENT_AUTHENTICATION_REQUIRED}, {@code SIGNUP_MEMBER_EXISTS}, {@code
     *     ACCOUNT_EXISTS}
     */
    public String takeOver(Principal caller, Applicant applicant, ForeignHash hash) {
        if (!caller.is(Role.ADMIN)) {
            throw Problem.forbidden("ADMIN_ONLY", "Only an admin may take over members of another system.");
        }
        caller.requireRecentProof(clock);
        return signUps.signUp(applicant, new VouchedSignUp.Import(hash));
    }
}
