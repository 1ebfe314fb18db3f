package org.tctf.messagingconsumers.domain.subscriber;

import java.util.Set;
import org.tctf.kernel.EmailAddress;

/** Command: somebody asks for lists in this address's name. */
public record AskForLists(EmailAddress email, Set<String> listIds, Profile said) {}
