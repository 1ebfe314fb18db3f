package org.tctf.kernel.mail;

import java.util.List;

/** The transports that mail goes by, in the order in which they are asked; at least one, each with a name of its own. */
public record MailTransports(List<MailTransport> inOrder) {

    /** @throws IllegalArgumentException when there is none, or two have one name */
    public MailTransports {
        inOrder = List.copyOf(inOrder);
        long names = inOrder.stream().map(MailTransport::name).distinct().count();
        if (inOrder.isEmpty() || names < inOrder.size()) {
            throw new IllegalArgumentException("mail needs at least one transport, each with a name of its own");
        }
    }
}
