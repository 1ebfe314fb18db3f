package org.tctf.communication.domain;

import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;

/**
 * Who a message goes to.
 *
 * @param name what to call them; absent where the address is not confirmed, so that nobody can have us write words of
 *     theirs to a stranger
 */
public record Recipient(
        String memberId, Address address, @Nullable String name, Language language) {

    /** @throws IllegalStateException when the member's address is not known yet: facts overtake each other, so try again */
    public static Recipient of(Contact contact) {
        if (contact.email() == null) {
            throw new IllegalStateException("The address of member %s is not known; USER_CREATED has not come yet."
                    .formatted(contact.memberId()));
        }
        return new Recipient(contact.memberId(), contact.email(), contact.name(), contact.language());
    }

    /** Who a mail goes to. */
    public Recipient(String memberId, EmailAddress email, @Nullable String name, Language language) {
        this(memberId, Address.of(email), name, language);
    }
}
