package org.tctf.messagingconsumers.domain.subscriber;

import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Language;

/**
 * Which subscriber a member is. Put together from facts that come in any order.
 *
 * @param subscriberId absent as long as the address is not known
 * @param language that the member chose; absent as long as they have not
 * @param emailVersion of the account, at the last change of address
 * @param preferencesVersion of the account, at the last change of preferences
 */
@AggregateRoot
public record Member(
        @Identity String memberId,
        @Nullable String subscriberId,
        @Nullable Language language,
        long emailVersion,
        long preferencesVersion,
        long version) {

    public static Member unknown(String memberId) {
        return new Member(memberId, null, null, 0, 0, 0);
    }

    public Member at(String newSubscriberId, long accountVersion) {
        return new Member(
                memberId,
                newSubscriberId,
                language,
                Math.max(emailVersion, accountVersion),
                preferencesVersion,
                version + 1);
    }

    public Member speaking(Language newLanguage, long accountVersion) {
        return new Member(memberId, subscriberId, newLanguage, emailVersion, accountVersion, version + 1);
    }
}
