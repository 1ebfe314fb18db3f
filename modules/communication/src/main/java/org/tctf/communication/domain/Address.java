package org.tctf.communication.domain;

import java.net.URI;
import org.jmolecules.ddd.annotation.ValueObject;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.PhoneNumber;

/** Where a message goes: an e-mail address, a phone number, a URL or a push service, whichever its channel takes. */
@ValueObject
public record Address(String value) {
    private static final String PUSH = "push:";

    public static Address of(EmailAddress email) {
        return new Address(email.value());
    }

    public static Address of(PhoneNumber number) {
        return new Address(number.value());
    }

    public static Address of(URI url) {
        return new Address(url.toString());
    }

    /** The push service only: whoever has the whole endpoint can post to it. */
    public static Address of(PushSubscription subscription) {
        return new Address(PUSH + subscription.service());
    }

    /** @throws org.tctf.kernel.Problem when it is no e-mail address */
    public EmailAddress email() {
        return new EmailAddress(value);
    }

    /** @throws org.tctf.kernel.Problem when it is no phone number */
    public PhoneNumber phone() {
        return new PhoneNumber(value);
    }

    /** With all but the ends hidden, fit for a log or a screen. */
    public String masked() {
        if (value.startsWith("https:")) {
            return "https://" + URI.create(value).getHost() + "/***";
        }
        if (value.startsWith(PUSH)) {
            return value;
        }
        return value.startsWith("+") ? phone().masked() : email().masked();
    }

    @Override
    public String toString() {
        return value;
    }
}
