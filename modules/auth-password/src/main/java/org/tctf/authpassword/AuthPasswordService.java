package org.tctf.authpassword;

import org.tctf.authpassword.adapter.events.OnAccountDeleted;
import org.tctf.authpassword.adapter.events.OnDataExportRequested;
import org.tctf.authpassword.adapter.events.OnSignUpConfirmed;
import org.tctf.authpassword.adapter.events.ReplacementsToFinish;
import org.tctf.authpassword.application.FinishReplacement;
import org.tctf.authpassword.domain.PasswordChanged;
import org.tctf.authpassword.domain.PasswordReset;
import org.tctf.authpassword.domain.PasswordResetOfUnknownAddress;
import org.tctf.authpassword.domain.PasswordResetRequested;
import org.tctf.authpassword.domain.RequestedReset;
import org.tctf.identity.PasswordPolicy;
import org.tctf.identity.Passwords;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;

/** Passwords: changed, forgotten, reset. */
public final class AuthPasswordService implements Service {
    public static final AccessPattern RESET = AccessPattern.main("a reset", "RESET#{resetId}", "RESET");
    public static final AccessPattern LAST_OF_ADDRESS =
            AccessPattern.main("when an address last asked for a reset", "ADDRESS#{email}", "LAST");
    public static final AccessPattern REPLACEMENT =
            AccessPattern.main("a password that is being replaced", "ACCOUNT#{accountId}", "REPLACEMENT");
    public static final AccessPattern NAMES =
            AccessPattern.main("what must not be in a member's password", "ACCOUNT#{accountId}", "NAMES");

    /** The key under which codes are digested. */
    public static final String CODE_KEY = "auth-password-codes";

    /** The purpose for which codes on their way to a mail are encrypted. */
    public static final String RESET_CODE = "password-reset-code";

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("auth-password")
            .summary("Changes and resets passwords, and never tells whether an address has an account.")
            .owner("identity")
            .criticality(Criticality.CRITICAL)
            .table(RESET, LAST_OF_ADDRESS, REPLACEMENT, NAMES)
            .publishes(PasswordResetRequested.class, PasswordResetOfUnknownAddress.class)
            .publishes(PasswordReset.class, PasswordChanged.class)
            .exports(OnDataExportRequested.class)
            .consumes("SIGN_UP_CONFIRMED", OnSignUpConfirmed.SignUpConfirmed.class, OnSignUpConfirmed.class)
            .consumes("ACCOUNT_DELETED", OnAccountDeleted.AccountDeleted.class, OnAccountDeleted.class)
            .queue(FinishReplacement.class, ReplacementsToFinish.class)
            .secret(CODE_KEY)
            .encrypts(RESET_CODE)
            .provider("identity")
            .metric("password-resets.requested", PasswordResetRequested.class)
            .metric("password-resets.done", PasswordReset.class)
            .metric("passwords.changed", PasswordChanged.class)
            .limit("wrong codes of a mail", RequestedReset.MAX_ATTEMPTS)
            .limit("mails of a reset", RequestedReset.MAX_MAILS)
            .limit("characters of a password at least", PasswordPolicy.MIN_LENGTH)
            .limit("past passwords that cannot be used again", Passwords.REMEMBERED)
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
