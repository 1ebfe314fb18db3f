package org.tctf.authpassword.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.authpassword.domain.Replacement;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.PasswordPolicy;
import org.tctf.identity.Passwords;
import org.tctf.identity.Passwords.Replacement.NoSuchAccount;
import org.tctf.identity.Passwords.Replacement.Replaced;
import org.tctf.identity.Passwords.Replacement.UsedBefore;
import org.tctf.identity.Standing;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;

/**
 * Replaces a password in the provider and announces it in the outbox: two stores, so three writes.
 *
 * <ol>
 *   <li>{@link Replacements#begin}: what is about to happen, with a command to look after it.
 *   <li>The provider replaces the password and ends the other sessions, in its transaction.
 *   <li>{@link Replacements#done}: the facts, once, by deleting what 1 wrote.
 * </ol>
 *
 * <p>After a crash behind 1 or 2 the command asks the provider when the password was set, and does 3, or forgets 1. Were
 * the facts published first, an owner could be told of a change that never came.
 */
@Singleton
public class ReplacePassword {
    private final IdentityProvider identity;
    private final PasswordPolicy policy;
    private final Names names;
    private final Replacements replacements;
    private final InstantSource clock;

    public ReplacePassword(
            IdentityProvider identity,
            PasswordPolicy policy,
            Names names,
            Replacements replacements,
            InstantSource clock) {
        this.identity = identity;
        this.policy = policy;
        this.names = names;
        this.replacements = replacements;
        this.clock = clock;
    }

    /** @throws Problem what the policy says, {@code PASSWORD_USED_BEFORE}, {@code ACCOUNT_NOT_FOUND} */
    void replace(
            String accountId,
            EmailAddress email,
            Password next,
            @Nullable String keptSession,
            @Nullable String resetId) {
        policy.check(next, email, names.of(accountId), "/newPassword");
        Replacement replacement = new Replacement(accountId, clock.instant(), setAt(accountId), resetId);
        replacements.begin(replacement);
        switch (identity.passwords().replace(accountId, next, keptSession)) {
            case Replaced(var endedSessions) -> {
                // Whoever has a device of theirs in the wrong hands changes the password, and expects that to be
                // enough.
                identity.secondFactors().distrustAll(accountId);
                replacements.done(replacement, endedSessions);
            }
            case UsedBefore() -> {
                replacements.undone(replacement);
                throw Problem.invalid(
                                "PASSWORD_USED_BEFORE",
                                "This password is one of your last %d; choose another.".formatted(Passwords.REMEMBERED))
                        .at("/newPassword");
            }
            case NoSuchAccount() -> {
                replacements.undone(replacement);
                throw Problem.notFound("ACCOUNT_NOT_FOUND", "This account is gone.");
            }
        }
    }

    private @Nullable Instant setAt(String accountId) {
        return identity.accounts().find(accountId).map(Standing::passwordSetAt).orElse(null);
    }

    /** Does what a request could not that died on the way. */
    public void finish(FinishReplacement command) {
        replacements.find(command.accountId(), command.startedAt()).ifPresent(left -> {
            if (!Objects.equals(setAt(left.accountId()), left.setBefore())) {
                identity.secondFactors().distrustAll(left.accountId());
                replacements.done(left, List.of());
            } else {
                replacements.undone(left);
            }
        });
    }
}
