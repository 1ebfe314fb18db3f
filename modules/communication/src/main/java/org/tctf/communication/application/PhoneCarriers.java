package org.tctf.communication.application;

import org.tctf.kernel.phone.PhoneMessage;

/** Port: the providers of text messages and calls, in the order in which they are asked. */
public interface PhoneCarriers {

    /**
     * Hands the message to the first provider that takes it.
     *
     * @throws Carriers.NoneAvailable when none did, or there is none; try again later
     */
    Carriers.Outcome carry(PhoneMessage message);
}
