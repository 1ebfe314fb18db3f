package org.tctf.authadmin.application;

import java.util.Optional;
import org.tctf.kernel.EmailAddress;

/** Port: whom this installation names as its first administrator. */
@FunctionalInterface
public interface FirstAdmin {

    Optional<EmailAddress> address();
}
