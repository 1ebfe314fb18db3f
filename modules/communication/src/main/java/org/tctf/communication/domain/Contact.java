package org.tctf.communication.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;

/**
 * How to reach a member, and what they want to be told. It is put together from three kinds of facts that come in any
 * order; a number says how new the fact is that a part came from.
 *
 * @param emailVersion of the account, at its last change of address; 0 = the address of the sign-up
 * @param preferencesVersion of the account, at its last change of preferences; 0 = none yet
 * @param channels the channels a member wants, by topic; a topic that isn't here is wanted
 * @param quietHours when pushes that can wait are left out; absent while none are wished
 * @param welcomed whether the welcome mail is on its way; there is one only
 */
public record Contact(
        String memberId,
        @Nullable EmailAddress email,
        long emailVersion,
        @Nullable String name,
        Language language,
        Map<String, Set<String>> channels,
        @Nullable QuietHours quietHours,
        long preferencesVersion,
        boolean welcomed,
        long version)
        implements Addressee {

    /** One of whom nothing is known yet. */
    public static Contact unknown(String memberId) {
        return new Contact(memberId, null, 0, null, Language.EN, Map.of(), null, 0, false, 0);
    }

    /** The member was created. What newer facts have said about address and language stays. */
    public Contact created(Recipient signUp) {
        return new Contact(
                memberId,
                email == null ? signUp.address().email() : email,
                emailVersion,
                signUp.name(),
                preferencesVersion == 0 ? signUp.language() : language,
                channels,
                quietHours,
                preferencesVersion,
                true,
                version + 1);
    }

    /** The member has another address; nothing changes when a newer one is known. */
    public Contact moved(EmailAddress newEmail, long accountVersion) {
        return accountVersion <= emailVersion
                ? this
                : new Contact(
                        memberId,
                        newEmail,
                        accountVersion,
                        name,
                        language,
                        channels,
                        quietHours,
                        preferencesVersion,
                        welcomed,
                        version + 1);
    }

    /** The member has other wishes; nothing changes when newer ones are known. */
    public Contact prefers(
            Language newLanguage,
            Map<String, Set<String>> newChannels,
            @Nullable QuietHours newQuietHours,
            long accountVersion) {
        return accountVersion <= preferencesVersion
                ? this
                : new Contact(
                        memberId,
                        email,
                        emailVersion,
                        name,
                        newLanguage,
                        newChannels,
                        newQuietHours,
                        accountVersion,
                        welcomed,
                        version + 1);
    }

    /** Whether a push of this may disturb the member now: what is about the security of their account always may. */
    public boolean mayBeDisturbed(Content content, Instant now) {
        return content.isUrgent() || quietHours == null || !quietHours.include(now);
    }

    /** Whether the member is to be told this by this channel. */
    public boolean wants(Content content, Channel channel) {
        return content.topic()
                .map(topic -> channels.get(topic.name()))
                .map(wanted -> wanted.contains(channel.name()))
                .orElse(true);
    }
}
