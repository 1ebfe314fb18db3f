package org.tctf.authuser.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.authuser.domain.Member;
import org.tctf.authuser.domain.PendingEmailChange;
import org.tctf.authuser.domain.Phone;
import org.tctf.authuser.domain.Preferences;
import org.tctf.identity.ExternalIdentities;
import org.tctf.identity.Standing;

/**
 * An account as its owner sees it.
 *
 * @param sessions how many are open
 * @param deletesAt when it will be erased, if its owner wants so
 */
public record OwnAccount(
        Standing standing,
        Member member,
        int sessions,
        List<ExternalIdentities.Link> links,
        Preferences preferences,
        Optional<PendingEmailChange> emailChange,
        Phone phone,
        @Nullable Instant deletesAt) {}
