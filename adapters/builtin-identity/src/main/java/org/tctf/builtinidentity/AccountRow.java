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
 * @param version changes with everything that a sign-in depends on
 */
record AccountRow(
        String id,
        EmailAddress email,
        Credential credential,
        State state,
        Set<Role> roles,
        List<Link> links,
        long version) {
    /** An account that nobody confirms may go; sign-ups live a day. */
    private static final Duration UNCONFIRMED_KEPT = Duration.ofDays(7);

    /**
     * The password.
     *
     * @param hash what its {@link PasswordKeeper} gave back; none when only other ways lead in
     * @param pastHashes Argon2id hashes of the last ones, the present one first
     */
    record Credential(
            @Nullable String hash,
            List<String> pastHashes,
            @Nullable Instant setAt) {
        static final Credential NONE = new Credential(null, List.of(), null);

        /** The same one, kept otherwise. */
        Credential kept(String otherwise) {
            return new Credential(otherwise, pastHashes, setAt);
        }

        Credential replaced(String next, String pastHash, Instant now) {
            List<String> past = Stream.concat(Stream.of(pastHash), pastHashes.stream())
                    .limit(Passwords.REMEMBERED)
                    .toList();
            return new Credential(next, past, now);
        }
    }

    /** What it takes to sign in, and what is in the way. */
    record State(boolean confirmed, boolean enabled, boolean active, boolean needsSecondFactor) {
        static final State UNCONFIRMED = new State(false, true, true, false);
        static final State CONFIRMED = new State(true, true, true, false);

        State asConfirmed() {
            return new State(true, enabled, active, needsSecondFactor);
        }

        State withEnabled(boolean isEnabled) {
            return new State(confirmed, isEnabled, active, needsSecondFactor);
        }

        State withActive(boolean isActive) {
            return new State(confirmed, enabled, isActive, needsSecondFactor);
        }

        State withSecondFactor(boolean isNeeded) {
            return new State(confirmed, enabled, active, isNeeded);
        }
    }

    static AccountRow unconfirmed(String id, EmailAddress email, String passwordHash, String pastHash, Instant now) {
        return fresh(id, email, new Credential(passwordHash, List.of(pastHash), now), State.UNCONFIRMED, List.of());
    }

    static AccountRow admitted(String id, EmailAddress email, Link link) {
        return fresh(id, email, Credential.NONE, State.CONFIRMED, List.of(link));
    }

    /** @param kept what stands for its hash from elsewhere */
    static AccountRow adopted(String id, EmailAddress email, String kept, Instant now) {
        return fresh(id, email, new Credential(kept, List.of(), now), State.CONFIRMED, List.of());
    }

    private static AccountRow fresh(
            String id, EmailAddress email, Credential credential, State state, List<Link> links) {
        return new AccountRow(id, email, credential, state, Set.of(Role.MEMBER), links, 1);
    }

    @Nullable
    String passwordHash() {
        return credential.hash();
    }

    List<String> pastHashes() {
        return credential.pastHashes();
    }

    boolean confirmed() {
        return state.confirmed();
    }

    boolean enabled() {
        return state.enabled();
    }

    boolean active() {
        return state.active();
    }

    boolean needsSecondFactor() {
        return state.needsSecondFactor();
    }

    AccountRow asConfirmed() {
        return with(state.asConfirmed());
    }

    AccountRow withEnabled(boolean isEnabled) {
        return with(state.withEnabled(isEnabled));
    }

    AccountRow withActive(boolean isActive) {
        return with(state.withActive(isActive));
    }

    AccountRow withSecondFactor(boolean isNeeded) {
        return with(state.withSecondFactor(isNeeded));
    }

    AccountRow withEmail(EmailAddress address) {
        return new AccountRow(id, address, credential, state, roles, links, version + 1);
    }

    /** The same password, kept otherwise. */
    AccountRow withHash(String hash) {
        return with(credential.kept(hash));
    }

    AccountRow withPassword(String hash, String pastHash, Instant now) {
        return with(credential.replaced(hash, pastHash, now));
    }

    AccountRow withRole(Role role) {
        Set<Role> more = new TreeSet<>(roles);
        more.add(role);
        return with(more);
    }

    AccountRow withoutRole(Role role) {
        Set<Role> fewer = new TreeSet<>(roles);
        fewer.remove(role);
        return with(fewer);
    }

    AccountRow withLink(Link link) {
        return with(Stream.concat(links.stream(), Stream.of(link)).toList());
    }

    AccountRow withoutLink(ExternalIdentity identity) {
        return with(links.stream().filter(Predicate.not(has(identity))).toList());
    }

    boolean isLinkedTo(ExternalIdentity identity) {
        return links.stream().anyMatch(has(identity));
    }

    /** Whether it counts among those who can administer the platform. */
    boolean isAbleAdmin() {
        return confirmed() && enabled() && active() && roles.contains(Role.ADMIN);
    }

    Account account() {
        return new Account(id, email, roles);
    }

    Standing standing() {
        Instant setAt = credential.hash() == null ? null : credential.setAt();
        return new Standing(
                account(),
                confirmed(),
                enabled(),
                active(),
                setAt,
                pastHashes().size() > 1 ? setAt : null,
                needsSecondFactor());
    }

    Row row(Instant now) {
        Row row = Row.of(ProviderTable.ACCOUNT.key(id), this);
        return confirmed() ? row : row.expires(now.plus(UNCONFIRMED_KEPT));
    }

    /** What the address points to. */
    Row addressRow(Instant now) {
        Row row = Row.of(ProviderTable.ADDRESS.key(email), new AddressRow(id, confirmed()));
        return confirmed() ? row : row.expires(now.plus(UNCONFIRMED_KEPT));
    }

    private static Predicate<Link> has(ExternalIdentity identity) {
        return link -> link.identity().equals(identity);
    }

    private AccountRow with(Credential other) {
        return new AccountRow(id, email, other, state, roles, links, version + 1);
    }

    private AccountRow with(State other) {
        return new AccountRow(id, email, credential, other, roles, links, version + 1);
    }

    private AccountRow with(Set<Role> others) {
        return new AccountRow(id, email, credential, state, others, links, version + 1);
    }

    private AccountRow with(List<Link> others) {
        return new AccountRow(id, email, credential, state, roles, others, version + 1);
    }
}
