package org.tctf.authcore;

import java.time.Duration;
import org.tctf.authcore.adapter.events.AcceptedSignUps;
import org.tctf.authcore.adapter.events.OnAccountDeleted;
import org.tctf.authcore.adapter.events.OnBrowserSessionEnded;
import org.tctf.authcore.adapter.events.OnDataExportRequested;
import org.tctf.authcore.adapter.events.OnExternalSignInCompleted;
import org.tctf.authcore.adapter.events.OnMfaSignInCompleted;
import org.tctf.authcore.adapter.events.OnPasswordChanged;
import org.tctf.authcore.adapter.events.OnUserDisabled;
import org.tctf.authcore.application.CompleteAcceptedSignUp;
import org.tctf.authcore.domain.AccountLocked;
import org.tctf.authcore.domain.Challenge;
import org.tctf.authcore.domain.EmailVerificationRequested;
import org.tctf.authcore.domain.RefreshTokenReused;
import org.tctf.authcore.domain.SessionEvicted;
import org.tctf.authcore.domain.SignInFailed;
import org.tctf.authcore.domain.SignUpConfirmed;
import org.tctf.authcore.domain.SignUpRepeated;
import org.tctf.authcore.domain.SignUpStarted;
import org.tctf.authcore.domain.SignedIn;
import org.tctf.authcore.domain.SignedOut;
import org.tctf.identity.Sessions;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;

/** Sign-up, e-mail confirmation, sign-in, sign-out, refresh, sessions. */
public final class AuthCoreService implements Service {
    public static final AccessPattern SIGN_UP = AccessPattern.main("a sign-up", "SIGNUP#{signUpId}", "SIGNUP");
    public static final AccessPattern NEWEST =
            AccessPattern.main("the newest sign-up of an address", "ADDRESS#{email}", "SIGNUP");
    public static final AccessPattern NAME =
            AccessPattern.main("who holds a membership name", "NAME#{folded}", "CLAIM");
    public static final AccessPattern HELD =
            AccessPattern.main("the membership name that a member holds", "MEMBER#{accountId}", "NAME");
    public static final AccessPattern REPORTED =
            AccessPattern.main("what was reported and must not be again", "REPORTED#{occurrence}", "REPORTED");

    /** The key under which codes are digested and links are signed. */
    public static final String VERIFICATION_KEY = "auth-core-verification";

    /** The purpose for which codes on their way to a mail are encrypted. */
    public static final String VERIFICATION_CODE = "verification-code";

    /** The flag that closes sign-up. */
    public static final String SIGN_UP_OPEN = "sign-up-open";

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("auth-core")
            .summary("Signs people up, in and out, and never tells whether an address has an account.")
            .owner("identity")
            .criticality(Criticality.CRITICAL)
            .table(SIGN_UP, NEWEST, NAME, HELD, REPORTED)
            .publishes(SignUpStarted.class, EmailVerificationRequested.class, SignUpRepeated.class)
            .publishes(SignUpConfirmed.class, SignedIn.class, SignInFailed.class, AccountLocked.class)
            .publishes(SignedOut.class, SessionEvicted.class, RefreshTokenReused.class)
            .exports(OnDataExportRequested.class)
            .consumes("USER_DISABLED", OnUserDisabled.UserDisabled.class, OnUserDisabled.class)
            .consumes("PASSWORD_CHANGED", OnPasswordChanged.PasswordChanged.class, OnPasswordChanged.class)
            .consumes(
                    "MFA_SIGN_IN_COMPLETED", OnMfaSignInCompleted.MfaSignInCompleted.class, OnMfaSignInCompleted.class)
            .consumes(
                    "EXTERNAL_SIGN_IN_COMPLETED",
                    OnExternalSignInCompleted.ExternalSignInCompleted.class,
                    OnExternalSignInCompleted.class)
            .consumes(
                    "BROWSER_SESSION_ENDED",
                    OnBrowserSessionEnded.BrowserSessionEnded.class,
                    OnBrowserSessionEnded.class)
            .consumes("ACCOUNT_DELETED", OnAccountDeleted.AccountDeleted.class, OnAccountDeleted.class)
            .queue(CompleteAcceptedSignUp.class, AcceptedSignUps.class)
            .tuned(Duration.ofSeconds(30), 20, 4)
            .secret(VERIFICATION_KEY)
            .encrypts(VERIFICATION_CODE)
            .provider("identity")
            .metric("sign-ups.started", SignUpStarted.class)
            .metric("sign-ups.confirmed", SignUpConfirmed.class)
            .metric("sign-ins", SignedIn.class)
            .metric("sign-ins.failed", SignInFailed.class)
            .metric("accounts.locked", AccountLocked.class)
            .limit("wrong codes of a mail", Challenge.MAX_ATTEMPTS)
            .limit("mails of a sign-up", Challenge.MAX_NUMBER)
            .limit("sessions of a member", Sessions.MAX)
            .flag(SIGN_UP_OPEN, true, "Whether new people may sign up")
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
