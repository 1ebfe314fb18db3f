package org.tctf.messagingconsumers.domain.subscriber;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.Problem;

/**
 * An address that may be written to, and what it wants. Being known does not mean being written to: only a confirmed
 * membership of a list does.
 *
 * @param subscriberId a keyed hash of the address, so that other items can name it without having it (ADR 32)
 * @param memberId of the member whose address it is, where it is one's
 * @param askedAt when the last mail went that asks to confirm
 */
@AggregateRoot
public record Subscriber(
        @Identity String subscriberId,
        EmailAddress email,
        Profile profile,
        @Nullable String memberId,
        Map<String, Membership> lists,
        @Nullable Instant askedAt,
        Instant since,
        long version) {

    /** Between two mails that ask the same address to confirm, whoever asks for them. */
    public static final Duration BETWEEN_QUESTIONS = Duration.ofMinutes(10);

    public static final int MAX_LISTS = 50;

    /** @throws Problem {@code TOO_MANY_LISTS} */
    public Subscriber {
        lists = Map.copyOf(lists);
        if (lists.size() > MAX_LISTS) {
            throw Problem.conflict("TOO_MANY_LISTS", "One address is on at most %d lists.".formatted(MAX_LISTS));
        }
    }

    /** An address that nothing was known of, on no list. */
    public static Subscriber unknown(String subscriberId, EmailAddress email, Instant now) {
        return new Subscriber(subscriberId, email, Profile.unknown(), null, Map.of(), null, now, 0);
    }

    /** Whether what goes to the list goes to them. */
    public boolean isOn(String listId) {
        return lists.get(listId) instanceof Membership.Confirmed;
    }

    public boolean isOnOneOf(Collection<String> listIds) {
        return listIds.stream().anyMatch(this::isOn);
    }

    /** Whether it is this member's address. */
    public boolean isOf(String member) {
        return member.equals(memberId);
    }

    /** The lists that wait for the owner's yes. */
    public Set<String> pending() {
        return lists.entrySet().stream()
                .filter(list -> list.getValue() instanceof Membership.Pending)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Somebody, who need not be the owner, asks for lists. What they say of the owner is believed only as long as nobody is
     * known under the address.
     */
    public Subscriber asked(Collection<String> listIds, Profile said, Instant now) {
        Map<String, Membership> next = new TreeMap<>(lists);
        for (String listId : listIds) {
            if (!isOn(listId) && (next.containsKey(listId) || next.size() < MAX_LISTS)) {
                next.put(listId, new Membership.Pending(now));
            }
        }
        boolean isKnown = memberId != null || lists.values().stream().anyMatch(Membership.Confirmed.class::isInstance);
        Subscriber with = with(isKnown ? profile : profile.updatedBy(said), next);
        return with.equals(this) ? this : with.next();
    }

    /** Whether the owner is to be asked now. */
    public boolean isToBeAsked(Instant now) {
        return !pending().isEmpty()
                && (askedAt == null || !askedAt.plus(BETWEEN_QUESTIONS).isAfter(now));
    }

    public Subscriber questioned(Instant now) {
        return new Subscriber(subscriberId, email, profile, memberId, lists, now, since, version + 1);
    }

    /** The owner said yes to those of the lists that wait for it; to others it means nothing. */
    public Decision<Subscriber> confirmed(Collection<String> listIds, Instant now) {
        return joined(listIds.stream().filter(pending()::contains).toList(), Source.CONFIRMED, now);
    }

    /** The member whose address it is wants the list, signed in; whoever has left comes back so. */
    public Decision<Subscriber> wanted(String listId, Instant now) {
        return joined(isOn(listId) ? List.of() : List.of(listId), Source.MEMBER, now);
    }

    /** Staff brings the address, with the consent; who has left a list stays away. */
    public Decision<Subscriber> imported(Collection<String> listIds, Profile said, Instant now) {
        List<String> joins = listIds.stream()
                .filter(listId -> !isOn(listId) && !(lists.get(listId) instanceof Membership.Left))
                .toList();
        Subscriber known = with(profile.updatedBy(said), lists);
        Decision<Subscriber> joined = known.joined(joins, Source.IMPORTED, now);
        return joined.state().version == version && !known.equals(this) ? Decision.of(known.next()) : joined;
    }

    /** They want no more of these lists. */
    public Decision<Subscriber> left(
            Collection<String> listIds, Departure why, @Nullable String campaignId, Instant now) {
        Map<String, Membership> next = new TreeMap<>(lists);
        List<Object> facts = new ArrayList<>();
        for (String listId : listIds) {
            switch (lists.get(listId)) {
                case Membership.Confirmed on -> {
                    next.put(listId, new Membership.Left(now, why));
                    facts.add(new Unsubscribed(subscriberId, listId, memberId, why, campaignId));
                }
                case Membership.Pending asked -> next.put(listId, new Membership.Left(now, why));
                case Membership.Left gone -> {}
                case null -> {}
            }
        }
        return next.equals(lists)
                ? Decision.of(this)
                : new Decision<>(with(profile, next).next(), facts);
    }

    /** The address turns out to be this member's, of whom the platform knows more. */
    public Subscriber ofMember(String member, Profile known) {
        Subscriber linked =
                new Subscriber(subscriberId, email, profile.updatedBy(known), member, lists, askedAt, since, version);
        return linked.equals(this) ? this : linked.next();
    }

    public Subscriber speaking(Language language) {
        return language == profile.language()
                ? this
                : with(profile.speaking(language), lists).next();
    }

    /** The same subscriber at another address; what the other address was on already stays. */
    public Subscriber movedTo(Subscriber other) {
        Map<String, Membership> all = new TreeMap<>(lists);
        other.lists.forEach((listId, there) ->
                all.merge(listId, there, (mine, theirs) -> theirs instanceof Membership.Pending ? mine : theirs));
        return new Subscriber(
                other.subscriberId,
                other.email,
                other.profile.updatedBy(profile),
                memberId,
                all,
                other.askedAt,
                since,
                other.version + 1);
    }

    private Decision<Subscriber> joined(List<String> listIds, Source source, Instant now) {
        if (listIds.isEmpty()) {
            return Decision.of(this);
        }
        Map<String, Membership> next = new TreeMap<>(lists);
        List<Object> facts = new ArrayList<>();
        for (String listId : listIds) {
            next.put(listId, new Membership.Confirmed(now, source));
            facts.add(new Subscribed(subscriberId, listId, memberId, source));
        }
        return new Decision<>(with(profile, next).next(), facts);
    }

    private Subscriber with(Profile other, Map<String, Membership> otherLists) {
        return new Subscriber(subscriberId, email, other, memberId, otherLists, askedAt, since, version);
    }

    private Subscriber next() {
        return new Subscriber(subscriberId, email, profile, memberId, lists, askedAt, since, version + 1);
    }
}
