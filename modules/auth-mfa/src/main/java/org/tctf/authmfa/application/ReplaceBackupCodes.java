package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.tctf.authmfa.application.OneTimeCodes.Shown;
import org.tctf.authmfa.domain.Factor;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Gives a member new backup codes; those from before are dead. */
@Singleton
public class ReplaceBackupCodes {
    private final Factors factors;
    private final OneTimeCodes codes;
    private final InstantSource clock;

    public ReplaceBackupCodes(Factors factors, OneTimeCodes codes, InstantSource clock) {
        this.factors = factors;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * @return the codes, which nobody will ever see again
     * @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code MFA_NOT_ENABLED}
     */
    public List<String> replace(Principal caller) {
        caller.requireRecentProof(clock);
        List<Shown> backup = IntStream.range(0, Factor.BACKUP_CODES)
                .mapToObj(_ -> codes.backupCode(caller.memberId()))
                .toList();
        List<String> digests = backup.stream().map(Shown::digest).toList();
        factors.decide(caller.memberId(), factor -> factor.usable().withBackupCodes(digests));
        return backup.stream().map(Shown::code).toList();
    }
}
