package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.authuser.domain.Phone;
import org.tctf.identity.Principal;

/** Takes the caller's phone number away. */
@Singleton
public class RemovePhone {
    private final Records<Phone> phones;
    private final InstantSource clock;

    public RemovePhone(Records<Phone> phones, InstantSource clock) {
        this.phones = phones;
        this.clock = clock;
    }

    /** @throws org.tctf.kernel.Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code PHONE_NOT_FOUND} */
    public void remove(Principal caller) {
        caller.requireRecentProof(clock);
        phones.decide(
                caller.memberId(),
                before -> before.orElseGet(() -> Phone.none(caller.memberId())).remove());
    }
}
