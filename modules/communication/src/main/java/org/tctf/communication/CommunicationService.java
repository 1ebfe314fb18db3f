package org.tctf.communication;

import java.time.Duration;
import org.tctf.communication.adapter.carrier.CarrierLimits;
import org.tctf.communication.adapter.events.OnAccountDeletionScheduled;
import org.tctf.communication.adapter.events.OnAccountLocked;
import org.tctf.communication.adapter.events.OnCodeRequested;
import org.tctf.communication.adapter.events.OnDataExportRequested;
import org.tctf.communication.adapter.events.OnDeliveryReport;
import org.tctf.communication.adapter.events.OnDigestDue;
import org.tctf.communication.adapter.events.OnEmailChangeRequested;
import org.tctf.communication.adapter.events.OnEmailChanged;
import org.tctf.communication.adapter.events.OnEmailVerificationRequested;
import org.tctf.communication.adapter.events.OnEraseMessages;
import org.tctf.communication.adapter.events.OnFormerEmail;
import org.tctf.communication.adapter.events.OnOnboardingNudgeDue;
import org.tctf.communication.adapter.events.OnPasswordResetOfUnknownAddress;
import org.tctf.communication.adapter.events.OnPhoneVerificationRequested;
import org.tctf.communication.adapter.events.OnPostHook;
import org.tctf.communication.adapter.events.OnPreferencesChanged;
import org.tctf.communication.adapter.events.OnPushDue;
import org.tctf.communication.adapter.events.OnSecurityEvent;
import org.tctf.communication.adapter.events.OnSendMessage;
import org.tctf.communication.adapter.events.OnSendPush;
import org.tctf.communication.adapter.events.OnSendUnhurried;
import org.tctf.communication.adapter.events.OnSessionLost;
import org.tctf.communication.adapter.events.OnSignUpRepeated;
import org.tctf.communication.adapter.events.OnSignedOut;
import org.tctf.communication.adapter.events.OnUserCreated;
import org.tctf.communication.adapter.events.OnUserErased;
import org.tctf.communication.adapter.events.OnUsernameRecoveryRequested;
import org.tctf.communication.application.ComposeMail;
import org.tctf.communication.application.GiveUpOverdueMessages;
import org.tctf.communication.application.PushKey;
import org.tctf.communication.domain.EraseMessages;
import org.tctf.communication.domain.MailedCode;
import org.tctf.communication.domain.MemberBrowsers;
import org.tctf.communication.domain.MemberWebhooks;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.MessageDelivered;
import org.tctf.communication.domain.MessageFailed;
import org.tctf.communication.domain.MessageSent;
import org.tctf.communication.domain.PostHook;
import org.tctf.communication.domain.ProviderFailedOver;
import org.tctf.communication.domain.PushSubscription;
import org.tctf.communication.domain.SecurityEvent;
import org.tctf.communication.domain.SendMessage;
import org.tctf.communication.domain.SendPush;
import org.tctf.communication.domain.SendUnhurried;
import org.tctf.communication.domain.Webhook;
import org.tctf.kernel.breaker.Breaker;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;

/** One-to-one messages. */
public final class CommunicationService implements Service {
    public static final AccessPattern MESSAGE = AccessPattern.main("a message", "MESSAGE#{messageId}", "MESSAGE");
    public static final AccessPattern CONTACT =
            AccessPattern.main("how to reach a member", "MEMBER#{memberId}", "CONTACT");
    public static final AccessPattern WEBHOOKS =
            AccessPattern.main("a member's webhooks", "MEMBER#{memberId}", "WEBHOOKS");
    public static final AccessPattern PUSHES =
            AccessPattern.main("the browsers that a member is notified on", "MEMBER#{memberId}", "PUSHES");
    public static final AccessPattern PUSH_OWNER =
            AccessPattern.main("whose a browser is", "PUSH#{subscriptionId}", "OWNER");
    public static final AccessPattern PUSH_KEY =
            AccessPattern.main("the key that pushes are signed with, sealed", "PUSH-KEY", "PUSH-KEY");
    public static final AccessPattern OF_MEMBER =
            AccessPattern.index("GSI1", "messages to a member by time", "MEMBER#{memberId}", "{queuedAt}#{messageId}");
    public static final AccessPattern TO_ADDRESS =
            AccessPattern.index("GSI2", "messages to an address by time", "TO#{address}", "{queuedAt}#{messageId}");
    public static final AccessPattern UNSENT =
            AccessPattern.index("GSI3", "messages not sent by time", "UNSENT#{state}", "{queuedAt}#{messageId}");

    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(45);
    private static final int SEND_RECEIVES = 8;
    private static final int SEND_CONCURRENCY = 8;

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("communication")
            .summary("Turns a fact that concerns one person into one mail to that person, in their language, once.")
            .owner("messaging")
            .criticality(Criticality.CRITICAL)
            .table(MESSAGE, CONTACT, WEBHOOKS, PUSHES, PUSH_OWNER, PUSH_KEY, OF_MEMBER, TO_ADDRESS, UNSENT)
            .publishes(MessageSent.class, MessageDelivered.class, MessageFailed.class, ProviderFailedOver.class)
            .exports(OnDataExportRequested.class)
            .consumes(
                    "EMAIL_VERIFICATION_REQUESTED",
                    OnEmailVerificationRequested.EmailVerificationRequested.class,
                    OnEmailVerificationRequested.class)
            .consumes("SIGN_UP_REPEATED", OnSignUpRepeated.SignUpRepeated.class, OnSignUpRepeated.class)
            .consumes(
                    "PASSWORD_RESET_OF_UNKNOWN_ADDRESS",
                    OnPasswordResetOfUnknownAddress.PasswordResetOfUnknownAddress.class,
                    OnPasswordResetOfUnknownAddress.class)
            .consumes("USER_CREATED", OnUserCreated.UserCreated.class, OnUserCreated.class)
            .consumes("ACCOUNT_LOCKED", OnAccountLocked.AccountLocked.class, OnAccountLocked.class)
            .consumesEach(OnSessionLost.TYPES, OnSessionLost.SessionLost.class, OnSessionLost.class)
            .consumes("SIGNED_OUT", OnSignedOut.SignedOut.class, OnSignedOut.class)
            .consumes("ONBOARDING_NUDGE_DUE", OnOnboardingNudgeDue.OnboardingNudgeDue.class, OnOnboardingNudgeDue.class)
            .consumes("DIGEST_DUE", OnDigestDue.DigestDue.class, OnDigestDue.class)
            .consumes("PUSH_DUE", OnPushDue.PushDue.class, OnPushDue.class)
            .consumes("EMAIL_CHANGED", OnEmailChanged.EmailChanged.class, OnEmailChanged.class)
            .consumes("PREFERENCES_CHANGED", OnPreferencesChanged.PreferencesChanged.class, OnPreferencesChanged.class)
            .consumesEach(MailedCode.types(), OnCodeRequested.CodeRequested.class, OnCodeRequested.class)
            .consumesEach(SecurityEvent.types(), OnSecurityEvent.SecurityFact.class, OnSecurityEvent.class)
            .consumes(
                    "EMAIL_CHANGE_REQUESTED",
                    OnEmailChangeRequested.EmailChangeRequested.class,
                    OnEmailChangeRequested.class)
            .consumes(
                    "PHONE_VERIFICATION_REQUESTED",
                    OnPhoneVerificationRequested.PhoneVerificationRequested.class,
                    OnPhoneVerificationRequested.class)
            .consumes("EMAIL_CHANGED", OnFormerEmail.EmailLeft.class, OnFormerEmail.class)
            .consumes(
                    "ACCOUNT_DELETION_SCHEDULED",
                    OnAccountDeletionScheduled.AccountDeletionScheduled.class,
                    OnAccountDeletionScheduled.class)
            .consumes(
                    "USERNAME_RECOVERY_REQUESTED",
                    OnUsernameRecoveryRequested.UsernameRecoveryRequested.class,
                    OnUsernameRecoveryRequested.class)
            .consumes("USER_ERASED", OnUserErased.UserErased.class, OnUserErased.class)
            .queue(SendMessage.class, OnSendMessage.class)
            .tuned(SEND_TIMEOUT, SEND_RECEIVES, SEND_CONCURRENCY)
            .queue(SendUnhurried.class, OnSendUnhurried.class)
            .tuned(SEND_TIMEOUT, SEND_RECEIVES, SEND_CONCURRENCY / 4)
            .queue(PostHook.class, OnPostHook.class)
            .tuned(SEND_TIMEOUT, SEND_RECEIVES, SEND_CONCURRENCY)
            .queue(SendPush.class, OnSendPush.class)
            .tuned(SEND_TIMEOUT, SEND_RECEIVES, SEND_CONCURRENCY)
            .queue(EraseMessages.class, OnEraseMessages.class)
            .schedule("give-up-overdue-messages", Duration.ofMinutes(1), GiveUpOverdueMessages.class)
            .encrypts(Webhook.PURPOSE)
            .decrypts(Webhook.PURPOSE)
            .encrypts(PushSubscription.PURPOSE)
            .decrypts(PushSubscription.PURPOSE)
            .encrypts(PushKey.PURPOSE)
            .decrypts(PushKey.PURPOSE)
            .decrypts(ComposeMail.CODE_PURPOSE)
            .decrypts(MailedCode.purposes())
            .provider("mail")
            .provider("phone")
            .hearsOfDeliveries(OnDeliveryReport.class, DeliveryReport.Fate.values())
            .metric("messages.sent", MessageSent.class)
            .metric("messages.delivered", MessageDelivered.class)
            .metric("messages.failed", MessageFailed.class)
            .metric("providers.failed-over", ProviderFailedOver.class)
            .limit("seconds that a provider has for a message", CarrierLimits.ANSWER.toSeconds())
            .limit("seconds that a failing provider is left alone", Breaker.REST.toSeconds())
            .limit("webhooks of a member", MemberWebhooks.MOST)
            .limit("browsers that a member is notified on", MemberBrowsers.MOST)
            .limit("minutes until a message has failed", GiveUpOverdueMessages.PATIENCE.toMinutes())
            .limit("days that a message is kept", Message.KEPT.toDays())
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
