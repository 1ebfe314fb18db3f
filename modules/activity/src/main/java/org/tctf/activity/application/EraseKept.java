package org.tctf.activity.application;

import jakarta.inject.Singleton;
import org.tctf.activity.domain.EraseMember;

/** Removes some of what is kept for an erased member. */
@Singleton
public final class EraseKept {
    private final Recipients recipients;

    public EraseKept(Recipients recipients) {
        this.recipients = recipients;
    }

    public void erase(EraseMember command) {
        recipients.eraseNext(command.memberId());
    }
}
