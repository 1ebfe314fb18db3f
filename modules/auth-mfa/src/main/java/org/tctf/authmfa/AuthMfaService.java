package org.tctf.authmfa;

import org.tctf.authmfa.adapter.events.OnAccountDeleted;
import org.tctf.authmfa.adapter.events.OnDataExportRequested;
import org.tctf.authmfa.adapter.events.UnfinishedFactors;
import org.tctf.authmfa.application.FinishFactor;
import org.tctf.authmfa.domain.BackupCodeUsed;
import org.tctf.authmfa.domain.BackupCodesReset;
import org.tctf.authmfa.domain.Factor;
import org.tctf.authmfa.domain.Guesses;
import org.tctf.authmfa.domain.MfaDisabled;
import org.tctf.authmfa.domain.MfaEnabled;
import org.tctf.authmfa.domain.MfaSignInCompleted;
import org.tctf.authmfa.domain.PasskeyAdded;
import org.tctf.authmfa.domain.PasskeyCloneSuspected;
import org.tctf.authmfa.domain.PasskeyRemoved;
import org.tctf.authmfa.domain.PasskeyRing;
import org.tctf.authmfa.domain.SecondFactorFailed;
import org.tctf.authmfa.domain.SecondFactorLocked;
import org.tctf.authmfa.domain.TempBackupCodeRequested;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;

/** Second factors: authenticator apps, backup codes, passkeys, trusted devices. */
public final class AuthMfaService implements Service {
    public static final AccessPattern SECOND_FACTOR =
            AccessPattern.main("a member's second factor", "MEMBER#{userId}", "SECOND_FACTOR");
    public static final AccessPattern PASSKEYS =
            AccessPattern.main("a member's passkeys", "MEMBER#{userId}", "PASSKEYS");
    public static final AccessPattern CEREMONY =
            AccessPattern.main("what a member's passkey is asked to sign", "MEMBER#{userId}", "CEREMONY#{kind}");
    public static final AccessPattern SIGN_IN =
            AccessPattern.main("what anybody's passkey is asked to sign", "SIGN_IN#{challenge}", "CEREMONY");
    public static final AccessPattern CREDENTIAL =
            AccessPattern.main("whose passkey a credential is", "CREDENTIAL#{credentialId}", "CLAIM");

    /** The key under which codes are digested. It lasts, since backup codes do. */
    public static final String CODES_KEY = "auth-mfa-codes";

    /** The purpose for which authenticators' secrets are sealed. */
    public static final String TOTP_SECRET = "totp-secret";

    /** The purpose for which codes on their way to a mail are encrypted. */
    public static final String TEMPORARY_CODE = "temporary-backup-code";

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("auth-mfa")
            .summary("Asks for a second factor, and lets nobody guess it, use it twice or be locked out by a crash.")
            .owner("identity")
            .criticality(Criticality.CRITICAL)
            .table(SECOND_FACTOR, PASSKEYS, CEREMONY, SIGN_IN, CREDENTIAL)
            .publishes(MfaEnabled.class, MfaDisabled.class, MfaSignInCompleted.class)
            .publishes(BackupCodesReset.class, BackupCodeUsed.class, TempBackupCodeRequested.class)
            .publishes(SecondFactorFailed.class, SecondFactorLocked.class)
            .publishes(PasskeyAdded.class, PasskeyRemoved.class, PasskeyCloneSuspected.class)
            .exports(OnDataExportRequested.class)
            .consumes("ACCOUNT_DELETED", OnAccountDeleted.AccountDeleted.class, OnAccountDeleted.class)
            .queue(FinishFactor.class, UnfinishedFactors.class)
            .lastingSecret(CODES_KEY)
            .encrypts(TOTP_SECRET)
            .decrypts(TOTP_SECRET)
            .encrypts(TEMPORARY_CODE)
            .provider("identity")
            .metric("second-factors.enabled", MfaEnabled.class)
            .metric("second-factors.disabled", MfaDisabled.class)
            .metric("second-factors.failed", SecondFactorFailed.class)
            .metric("second-factors.locked", SecondFactorLocked.class)
            .metric("passkeys.added", PasskeyAdded.class)
            .limit("wrong codes in a row", Guesses.MAX)
            .limit("minutes that too many lock", Guesses.LOCK.toMinutes())
            .limit("backup codes of a member", Factor.BACKUP_CODES)
            .limit("passkeys of a member", PasskeyRing.MAX)
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
