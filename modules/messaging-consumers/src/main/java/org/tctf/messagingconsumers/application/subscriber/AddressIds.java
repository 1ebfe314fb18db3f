package org.tctf.messagingconsumers.application.subscriber;

import org.tctf.kernel.EmailAddress;

/** Port: the keyed hash that stands for an address wherever the address itself need not be. */
public interface AddressIds {

    /** 25 digits and lower-case letters, always the same for an address. */
    String of(EmailAddress address);
}
