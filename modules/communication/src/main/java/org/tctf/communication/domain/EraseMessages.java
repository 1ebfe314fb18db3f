package org.tctf.communication.domain;

import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;

/**
 * Command: erase what was written to this member.
 *
 * @param address theirs, under which more was written before they had this id: for sign-ups that came to nothing
 */
public record EraseMessages(String memberId, @Nullable EmailAddress address) {}
