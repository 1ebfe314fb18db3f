package org.tctf.kernel.phone;

import java.util.List;

/**
 * The transports that words to phones go by, in the order in which they are asked, each with a name of its own; none where
 * the installation has no number to send from, and then such messages fail when they are overdue.
 */
public record PhoneTransports(List<PhoneTransport> inOrder) {

    /** @throws IllegalArgumentException when two have one name */
    public PhoneTransports {
        inOrder = List.copyOf(inOrder);
        long names = inOrder.stream().map(PhoneTransport::name).distinct().count();
        if (names < inOrder.size()) {
            throw new IllegalArgumentException("each transport to phones needs a name of its own");
        }
    }
}
