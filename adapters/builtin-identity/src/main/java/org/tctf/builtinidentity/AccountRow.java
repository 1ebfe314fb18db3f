package org.tctf.builtinidentity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Account;
import org.tctf.identity.ExternalIdentities.Link;
import org.tctf.identity.ExternalIdentity;
import org.tctf.identity.Passwords;
import org.tctf.identity.Role;
import org.tctf.identity.Standing;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.table.Row;

/**
 * An account as it lies in the table.
 *
 * @param passwordHash what its {@link PasswordKeeper} gave back; none when only other ways lead in
 * @param pastHashes Argon2id hashes of its last passwords, the present one first
 * @param version changes with everything that a sign-in depends on
 */
record AccountRow(
        String id,
        EmailAddress email,
        @Nullable String passwordHash,
        List<String> pastHashes,
        @Nullable Instant passwordSetAt,
        boolean confirmed,
        boolean enabled,
        boolean active,
        boolean needsSecondFactor,
        Set<Role> roles,
        List<Link> links,
        long version) {
    /** An account that nobody confirms may go; sign-ups live a day. */
    private static final Duration UNCONFIRMED_KEPT = Duration.ofDays(7);

    static AccountRow unconfirmed(String id, EmailAddress email, String passwordHash, String pastHash, Instant now) {
        return new AccountRow(
                id,
                email,
                passwordHash,
                List.of(pastHash),
                now,
                false,
                true,
                true,
                false,
                Set.of(Role.MEMBER),
                List.of(),
                1);
    }

    static AccountRow admitted(String id, EmailAddress email, Link link) {
        return new AccountRow(
                id, email, null, List.of(), null, true, true, true, false, Set.of(Role.MEMBER), List.of(link), 1);
    }

    /** @param kept what stands for its hash from elsewhere */
    static AccountRow adopted(String id, EmailAddress email, String kept, Instant now) {
        return new AccountRow(
                id, email, kept, List.of(), now, true, true, true, false, Set.of(Role.MEMBER), List.of(), 1);
    }

    AccountRow asConfirmed() {
        return with(
                email, passwordHash, pastHashes, passwordSetAt, true, enabled, active, needsSecondFactor, roles, links);
    }

    AccountRow withEnabled(boolean isEnabled) {
        return with(
                email,
                passwordHash,
                pastHashes,
                passwordSetAt,
                confirmed,
                isEnabled,
                active,
                needsSecondFactor,
                roles,
                links);
    }

    AccountRow withActive(boolean isActive) {
        return with(
                email,
                passwordHash,
                pastHashes,
                passwordSetAt,
                confirmed,
                enabled,
                isActive,
                needsSecondFactor,
                roles,
                links);
    }

    AccountRow withSecondFactor(boolean isNeeded) {
        return with(email, passwordHash, pastHashes, passwordSetAt, confirmed, enabled, active, isNeeded, roles, links);
    }

    AccountRow withEmail(EmailAddress address) {
        return with(
                address,
                passwordHash,
                pastHashes,
                passwordSetAt,
                confirmed,
                enabled,
                active,
                needsSecondFactor,
                roles,
                links);
    }

    /** The same password, kept otherwise. */
    AccountRow withHash(String hash) {
        return with(
                email, hash, pastHashes, passwordSetAt, confirmed, enabled, active, needsSecondFactor, roles, links);
    }

    AccountRow withPassword(String hash, String pastHash, Instant now) {
        List<String> past = Stream.concat(Stream.of(pastHash), pastHashes.stream())
                .limit(Passwords.REMEMBERED)
                .toList();
        return with(email, hash, past, now, confirmed, enabled, active, needsSecondFactor, roles, links);
    }

    AccountRow withRole(Role role) {
        Set<Role> more = new TreeSet<>(roles);
        more.add(role);
        return with(
                email,
                passwordHash,
                pastHashes,
                passwordSetAt,
                confirmed,
                enabled,
                active,
                needsSecondFactor,
                more,
                links);
    }

    AccountRow withoutRole(Role role) {
        Set<Role> fewer = new TreeSet<>(roles);
        fewer.remove(role);
        return with(
                email,
                passwordHash,
                pastHashes,
                passwordSetAt,
                confirmed,
                enabled,
                active,
                needsSecondFactor,
                fewer,
                links);
    }

    AccountRow withLink(Link link) {
        return withLinks(Stream.concat(links.stream(), Stream.of(link)).toList());
    }

    AccountRow withoutLink(ExternalIdentity identity) {
        return withLinks(links.stream().filter(Predicate.not(has(identity))).toList());
    }

    boolean isLinkedTo(ExternalIdentity identity) {
        return links.stream().anyMatch(has(identity));
    }

    /** Whether it counts among those who can administer the platform. */
    boolean isAbleAdmin() {
        return confirmed && enabled && active && roles.contains(Role.ADMIN);
    }

    Account account() {
        return new Account(id, email, roles);
    }

    Standing standing() {
        Instant setAt = passwordHash == null ? null : passwordSetAt;
        return new Standing(
                account(), confirmed, enabled, active, setAt, pastHashes.size() > 1 ? setAt : null, needsSecondFactor);
    }

    Row row(Instant now) {
        Row row = Row.of(ProviderTable.ACCOUNT.key(id), this);
        return confirmed ? row : row.expires(now.plus(UNCONFIRMED_KEPT));
    }

    /** What the address points to. */
    Row addressRow(Instant now) {
        Row row = Row.of(ProviderTable.ADDRESS.key(email), new AddressRow(id, confirmed));
        return confirmed ? row : row.expires(now.plus(UNCONFIRMED_KEPT));
    }

    private AccountRow withLinks(List<Link> others) {
        return with(
                email,
                passwordHash,
                pastHashes,
                passwordSetAt,
                confirmed,
                enabled,
                active,
                needsSecondFactor,
                roles,
                others);
    }

    private static Predicate<Link> has(ExternalIdentity identity) {
        return link -> link.identity().equals(identity);
    }

    /** The next version. */
    private AccountRow with(
            EmailAddress address,
            @Nullable String hash,
            List<String> past,
            @Nullable Instant setAt,
            boolean isConfirmed,
            boolean isEnabled,
            boolean isActive,
            boolean isSecondFactorNeeded,
            Set<Role> others,
            List<Link> ways) {
        return new AccountRow(
                id,
                address,
                hash,
                past,
                setAt,
                isConfirmed,
                isEnabled,
                isActive,
                isSecondFactorNeeded,
                others,
                ways,
                version + 1);
    }
}
