package org.tctf.authuser.adapter.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.authuser.application.OwnAccount;
import org.tctf.authuser.domain.Member;
import org.tctf.authuser.domain.PendingEmailChange;
import org.tctf.authuser.domain.PendingNumber;
import org.tctf.authuser.domain.PhoneChannel;
import org.tctf.identity.ExternalIdentities;
import org.tctf.identity.Role;

/**
 * The caller's account. The member's part may lag a moment behind right after the sign-up.
 *
 * @param displayName the name that all members see
 * @param country ISO 3166-1 alpha-2
 * @param sessions how many are open; they are listed at /v1/auth/sessions
 * @param mfaEnabled whether a sign-in takes a second factor
 * @param hasPassword false when only identities elsewhere or passkeys lead in
 * @param emailChange a change of address that waits for its codes
 * @param phone the number that the caller has proved
 * @param waitingPhone a number that waits for its code
 * @param deletesAt when the account will be erased, if its owner asked for it
 */
record MeView(
        String userId,
        String email,
        @Nullable String displayName,
        @Nullable String membershipName,
        @Nullable String plan,
        @Nullable String tier,
        @Nullable String country,
        Set<Role> roles,
        int sessions,
        boolean mfaEnabled,
        boolean hasPassword,
        List<LinkedIdentity> linkedIdentities,
        PreferencesView preferences,
        @Nullable WaitingChange emailChange,
        @Nullable PhoneView phone,
        @Nullable WaitingPhone waitingPhone,
        @Nullable Instant deletesAt) {

    /**
     * An identity elsewhere that leads into the account.
     *
     * @param issuer an OpenID issuer's address, or the name of a provider that has none
     */
    record LinkedIdentity(String issuer, String email, Instant linkedAt) {}

    /**
     * @param oldConfirmed whether the code from the present address came back
     * @param newConfirmed whether the code from the new address came back
     */
    record WaitingChange(String email, Instant expiresAt, boolean oldConfirmed, boolean newConfirmed) {

        static WaitingChange of(PendingEmailChange pending) {
            return new WaitingChange(
                    pending.addresses().to().value(),
                    pending.expiresAt(),
                    pending.oldProof().isGiven(),
                    pending.newProof().isGiven());
        }
    }

    /** @param number with all but the ends hidden */
    record WaitingPhone(String number, PhoneChannel channel, Instant expiresAt) {

        static WaitingPhone of(PendingNumber pending) {
            return new WaitingPhone(pending.number().masked(), pending.channel(), pending.expiresAt());
        }
    }

    static MeView of(OwnAccount account, Instant now) {
        Member member = account.member();
        return new MeView(
                account.standing().account().id(),
                account.standing().account().email().value(),
                member.displayName(),
                member.membershipName(),
                member.plan(),
                member.tier(),
                member.country(),
                account.standing().account().roles(),
                account.sessions(),
                account.standing().needsSecondFactor(),
                account.standing().hasPassword(),
                account.links().stream().map(MeView::linked).toList(),
                PreferencesView.of(account.preferences()),
                account.emailChange().map(WaitingChange::of).orElse(null),
                account.phone().number().map(PhoneView::of).orElse(null),
                account.phone().waiting(now).map(WaitingPhone::of).orElse(null),
                account.deletesAt());
    }

    private static LinkedIdentity linked(ExternalIdentities.Link link) {
        return new LinkedIdentity(link.identity().issuer(), link.email().value(), link.linkedAt());
    }
}
