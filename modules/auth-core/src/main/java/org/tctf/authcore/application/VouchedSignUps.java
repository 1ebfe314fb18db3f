package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.authcore.domain.Applicant;
import org.tctf.authcore.domain.ConfirmedSignUp;
import org.tctf.authcore.domain.SupersededSignUp;
import org.tctf.authcore.domain.VouchedSignUp;
import org.tctf.authcore.domain.VouchedSignUp.Voucher;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;

/**
 * Signs up somebody whose address need not be proved by mail.
 *
 * <p>Crash: what is to be made is written first, with a command to see to it; see {@link CompleteSignUp}.
 */
@Singleton
public class VouchedSignUps {
    private final SignUps signUps;
    private final CompleteSignUp completeSignUp;
    private final Ids ids;
    private final InstantSource clock;

    public VouchedSignUps(SignUps signUps, CompleteSignUp completeSignUp, Ids ids, InstantSource clock) {
        this.signUps = signUps;
        this.completeSignUp = completeSignUp;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @return the new member's id
     * @throws Problem {@code SIGNUP_MEMBER_EXISTS}, {@code ACCOUNT_EXISTS}
     */
    public String signUp(Applicant applicant, Voucher voucher) {
        String id = ids.next().toString();
        VouchedSignUp vouched = new VouchedSignUp(id, ids.next().toString(), voucher, applicant, clock.instant(), 1);
        if (signUps.isNameTaken(applicant) || !signUps.add(vouched)) {
            throw StartSignUp.nameTaken(applicant);
        }
        return switch (completeSignUp.complete(id)) {
            case ConfirmedSignUp confirmed -> confirmed.accountId();
            case SupersededSignUp _ -> throw VouchedSignUp.accountExists();
            default -> throw new IllegalStateException("sign-up %s did not come to its end".formatted(id));
        };
    }
}
