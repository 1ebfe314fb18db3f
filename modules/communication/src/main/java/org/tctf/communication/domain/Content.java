package org.tctf.communication.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.phone.Medium;

/** What a message says, before it is put into words. Secrets stay encrypted until the moment of sending. */
public sealed interface Content {

    /** What is mailed. */
    sealed interface ByMail extends Content {
        /** The same for a browser: just what a webhook is told, too. */
        default Optional<PushedMail> push(String subscriptionId, Instant now) {
            return hook(subscriptionId, now).map(told -> new PushedMail(subscriptionId, this));
        }

        /** The same for a webhook; nothing of what holds a code or a link, or is about an address. */
        default Optional<Hook> hook(String webhookId, Instant now) {
            return switch (this) {
                case SecurityNotice n ->
                    Optional.of(new Hook(webhookId, n.event().name(), n.at(), null, List.of()));
                case SessionEnded s -> Optional.of(new Hook(webhookId, "REFRESH_TOKEN_REUSED", now, null, List.of()));
                case OnboardingNudge o ->
                    Optional.of(new Hook(
                            webhookId,
                            "ONBOARDING_NUDGE_DUE",
                            now,
                            null,
                            o.openSteps().stream().map(Enum::name).toList()));
                case Digest d -> Optional.of(new Hook(webhookId, "DIGEST_DUE", now, d.unread(), d.titles()));
                case VerifyEmail v -> Optional.empty();
                case SignUpRepeated s -> Optional.empty();
                case NoAccount n -> Optional.empty();
                case Welcome w -> Optional.empty();
                case AccountLocked a -> Optional.empty();
                case CodeToType c -> Optional.empty();
                case EmailChange e -> Optional.empty();
                case LinkToFollow l -> Optional.empty();
                case UsernameReminder u -> Optional.empty();
            };
        }
    }

    /** What is pushed to a browser. */
    sealed interface ByPush extends Content {
        String subscriptionId();

        /** Of two of one kind that wait, only the newer is shown. */
        default String kind() {
            return switch (this) {
                case PushedMail(var to, var mail) -> mail.template();
                case PushedNotification(var to, var kind, var title) -> kind;
            };
        }

        default Urgency urgency() {
            return switch (this) {
                case PushedMail(var to, var mail) -> mail.isUrgent() ? Urgency.HIGH : Urgency.LOW;
                case PushedNotification n -> Urgency.NORMAL;
            };
        }
    }

    /** What is mailed, in a few words. */
    record PushedMail(String subscriptionId, ByMail mail) implements ByPush {}

    /**
     * What a member is told in the app and has not looked at there.
     *
     * @param title in their language
     */
    record PushedNotification(String subscriptionId, String kind, String title) implements ByPush {}

    /**
     * What is posted to a webhook.
     *
     * @param fact its type
     * @param unread how many notifications there are in all; of a digest only
     * @param items what is in it, if there is anything
     */
    record Hook(
            String webhookId,
            String fact,
            Instant at,
            @Nullable Long unread,
            List<String> items) implements Content {}

    /**
     * What is texted or said.
     *
     * @param expiresAt the code is good until then
     */
    record PhoneCode(Medium medium, Encrypted code, Instant expiresAt) implements Content {}

    /** @param expiresAt code and link are good until then */
    record VerifyEmail(Encrypted code, Encrypted linkToken, Instant expiresAt) implements ByMail {}

    record SignUpRepeated() implements ByMail {}

    record NoAccount() implements ByMail {}

    record Welcome() implements ByMail {}

    record AccountLocked(Instant until) implements ByMail {}

    record SessionEnded() implements ByMail {}

    record SecurityNotice(SecurityEvent event, Instant at) implements ByMail {}

    /** @param expiresAt the code is good until then */
    record CodeToType(MailedCode what, Encrypted code, Instant expiresAt) implements ByMail {}

    /** To the present address of an account: a code that confirms a new one, and a link that calls it off. */
    record EmailChange(Encrypted code, Encrypted cancelToken, Instant expiresAt) implements ByMail {}

    /** @param until the link is good until then */
    record LinkToFollow(MailedLink what, Encrypted token, Instant until) implements ByMail {}

    /** What they sign in with is the address that this goes to. */
    record UsernameReminder() implements ByMail {}

    record OnboardingNudge(List<OnboardingStep> openSteps) implements ByMail {}

    /**
     * @param unread how many notifications there are in all
     * @param titles of the newest
     */
    record Digest(long unread, List<String> titles) implements ByMail {}

    /** The template's name, also in facts and in the delivery log. */
    default String template() {
        return switch (this) {
            case VerifyEmail v -> "verify-email";
            case SignUpRepeated s -> "sign-up-repeated";
            case NoAccount n -> "no-account";
            case Welcome w -> "welcome";
            case AccountLocked a -> "account-locked";
            case SessionEnded s -> "session-ended";
            case SecurityNotice n -> n.event().template();
            case CodeToType c -> c.what().template();
            case EmailChange e -> "email-change";
            case LinkToFollow l -> l.what().template();
            case UsernameReminder u -> "username-reminder";
            case PhoneCode p -> "phone-code";
            case Hook h -> "webhook";
            case PushedMail(var to, var mail) -> mail.template();
            case PushedNotification n -> "notification";
            case OnboardingNudge o -> "onboarding-nudge";
            case Digest d -> "digest";
        };
    }

    /** How it travels. */
    default Channel channel() {
        return switch (this) {
            case ByMail mail -> Channel.EMAIL;
            case Hook hook -> Channel.WEBHOOK;
            case ByPush push -> Channel.PUSH;
            case PhoneCode code ->
                switch (code.medium()) {
                    case SMS -> Channel.SMS;
                    case CALL -> Channel.CALL;
                };
        };
    }

    /** What a member can switch it off by; none for what they must get. */
    default Optional<Topic> topic() {
        return switch (this) {
            case VerifyEmail v -> Optional.empty();
            case SignUpRepeated s -> Optional.empty();
            case NoAccount n -> Optional.empty();
            case Welcome w -> Optional.empty();
            case AccountLocked a -> Optional.empty();
            case SessionEnded s -> Optional.empty();
            case SecurityNotice n -> Optional.empty();
            case CodeToType c -> Optional.empty();
            case EmailChange e -> Optional.empty();
            case LinkToFollow l -> Optional.empty();
            case UsernameReminder u -> Optional.empty();
            case PhoneCode p -> Optional.empty();
            case Hook h -> Optional.empty();
            case PushedMail(var to, var mail) -> mail.topic();
            case PushedNotification n -> Optional.empty();
            case OnboardingNudge o -> Optional.of(Topic.ONBOARDING);
            case Digest d -> Optional.of(Topic.DIGEST);
        };
    }

    /** Whether somebody waits for it; what nobody waits for must not stand in its way. */
    default boolean isUrgent() {
        return topic().isEmpty();
    }

    /** Whether there is no use in sending it any more. */
    default boolean isOutdated(Instant now) {
        return switch (this) {
            case VerifyEmail verify -> !now.isBefore(verify.expiresAt());
            case CodeToType code -> !now.isBefore(code.expiresAt());
            case EmailChange change -> !now.isBefore(change.expiresAt());
            case PhoneCode code -> !now.isBefore(code.expiresAt());
            case LinkToFollow link -> !now.isBefore(link.until());
            default -> false;
        };
    }
}
