package org.tctf.usermessage.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/**
 * Who is in a conversation, and what each of them may do to it. Every change of it is one entry in its log.
 *
 * @param name of a group; a direct conversation has none
 * @param members in the order in which they came
 */
@AggregateRoot
public record Conversation(
        @Identity String conversationId,
        long version,
        Kind kind,
        @Nullable String name,
        List<Participant> members,
        Instant startedAt) {
    public static final int MAX_MEMBERS = 256;

    /** Members that come in one request: each is two rows in the transaction's hundred. */
    public static final int AT_ONCE = 40;

    public Conversation {
        members = List.copyOf(members);
    }

    public static Conversation direct(String id, String one, String other, Instant now) {
        return new Conversation(
                id, 1, Kind.DIRECT, null, List.of(first(one, Role.MEMBER, now), first(other, Role.MEMBER, now)), now);
    }

    public static Conversation group(String id, String owner, GroupName name, List<String> others, Instant now) {
        List<Participant> all = new ArrayList<>();
        all.add(first(owner, Role.OWNER, now));
        new LinkedHashSet<>(others)
                .stream()
                        .filter(other -> !other.equals(owner))
                        .forEach(other -> all.add(first(other, Role.MEMBER, now)));
        return new Conversation(id, 1, Kind.GROUP, name.value(), all, now);
    }

    public Optional<Participant> member(String memberId) {
        return members.stream().filter(one -> one.memberId().equals(memberId)).findFirst();
    }

    public List<String> memberIds() {
        return members.stream().map(Participant::memberId).toList();
    }

    /** The two of a direct conversation; empty for a group. */
    List<String> pair() {
        return kind == Kind.DIRECT ? memberIds() : List.of();
    }

    /** Itself when it is called so already. */
    public Conversation renamed(String by, GroupName to) {
        requireRole(by, Role.ADMIN, "rename it");
        return to.value().equals(name) ? this : with(to.value(), members);
    }

    /** Those of the members who are not in it yet. */
    public List<String> missing(List<String> memberIds) {
        Set<String> missing = new LinkedHashSet<>(memberIds);
        members.forEach(member -> missing.remove(member.memberId()));
        return List.copyOf(missing);
    }

    /** With these, who are not in it yet; they see what comes from the head's next change on. */
    public Conversation with(String by, List<String> newIds, Head head, Instant now) {
        requireRole(by, Role.ADMIN, "add members");
        if (members.size() + newIds.size() > MAX_MEMBERS) {
            throw Problem.conflict(
                    "GROUP_FULL",
                    "A group has at most %d members; this one has %d.".formatted(MAX_MEMBERS, members.size()));
        }
        List<Participant> more = new ArrayList<>(members);
        newIds.forEach(id -> more.add(new Participant(id, Role.MEMBER, now, head.version() + 1, head.lastNumber())));
        return with(name, more);
    }

    /** Without a member, whom somebody else removes. */
    public Conversation without(String by, String memberId) {
        requireRole(by, Role.ADMIN, "remove members");
        Role theirs = require(memberId).role();
        if (theirs != Role.MEMBER && require(by).role() != Role.OWNER) {
            throw Problem.forbidden("ROLE_REQUIRED", "Only the owner removes an administrator.");
        }
        if (theirs == Role.OWNER) {
            throw Problem.forbidden("ROLE_REQUIRED", "The owner leaves by themselves.");
        }
        return with(name, others(memberId));
    }

    /** Without a member who leaves; when the owner does, who is there longest owns it, administrators first. */
    public Conversation left(String memberId) {
        requireGroup();
        return gone(memberId);
    }

    /** Without a member who is gone from the platform, whatever kind of conversation it is. */
    public Conversation gone(String memberId) {
        List<Participant> rest = others(memberId);
        boolean isOwned = kind == Kind.DIRECT || rest.stream().anyMatch(one -> one.role() == Role.OWNER);
        return with(name, isOwned ? rest : withOwner(rest));
    }

    /** With another role of a member; when somebody becomes the owner, the owner becomes an administrator. */
    public Conversation changed(String by, String memberId, Role role) {
        requireRole(by, Role.OWNER, "give roles");
        Participant target = require(memberId);
        if (target.role() == role) {
            return this;
        }
        if (target.role() == Role.OWNER) {
            throw Problem.conflict("OWNER_REQUIRED", "A group has an owner; make somebody else the owner.");
        }
        return with(
                name,
                members.stream()
                        .map(one -> one.memberId().equals(memberId) ? one.as(role) : one)
                        .map(one -> role == Role.OWNER && one.memberId().equals(by) ? one.as(Role.ADMIN) : one)
                        .toList());
    }

    /** Whether somebody may delete what others wrote. */
    public boolean isModeratedBy(String memberId) {
        return kind == Kind.GROUP
                && member(memberId).filter(one -> one.role() != Role.MEMBER).isPresent();
    }

    private Conversation with(@Nullable String newName, List<Participant> newMembers) {
        return new Conversation(conversationId, version + 1, kind, newName, newMembers, startedAt);
    }

    private List<Participant> others(String memberId) {
        return members.stream()
                .filter(Predicate.not(one -> one.memberId().equals(memberId)))
                .toList();
    }

    private static List<Participant> withOwner(List<Participant> rest) {
        Optional<Participant> heir =
                rest.stream().min(Comparator.comparing(Participant::role).thenComparing(Participant::sinceChange));
        return rest.stream()
                .map(one -> heir.filter(one::equals).isPresent() ? one.as(Role.OWNER) : one)
                .toList();
    }

    private Participant require(String memberId) {
        return member(memberId)
                .orElseThrow(() -> Problem.notFound(
                        "MEMBER_NOT_IN_CONVERSATION", "%s is not in this conversation.".formatted(memberId)));
    }

    private void requireRole(String by, Role least, String what) {
        requireGroup();
        if (require(by).role().compareTo(least) > 0) {
            throw Problem.forbidden(
                    "ROLE_REQUIRED",
                    "Only the owner%s of a group may %s."
                            .formatted(least == Role.ADMIN ? " and the administrators" : "", what));
        }
    }

    private void requireGroup() {
        if (kind == Kind.DIRECT) {
            throw Problem.conflict(
                    "DIRECT_CONVERSATION", "A direct conversation has two members and no name; start a group.");
        }
    }

    private static Participant first(String memberId, Role role, Instant now) {
        return new Participant(memberId, role, now, 1, 0);
    }
}
