package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Language;
import org.tctf.messagingconsumers.domain.subscriber.Member;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** A member wants to be written to in another language. */
@Singleton
public class LearnLanguage {
    private final Members members;
    private final Subscribers subscribers;

    public LearnLanguage(Members members, Subscribers subscribers) {
        this.members = members;
        this.subscribers = subscribers;
    }

    /** @param accountVersion facts overtake each other; the newest wish counts */
    public void learn(String memberId, Language language, long accountVersion) {
        switch (members.find(memberId)) {
            case Members.Known.Forgotten gone -> {}
            case Members.Known.Nobody nobody ->
                members.keep(Member.unknown(memberId).speaking(language, accountVersion), null, null);
            case Members.Known.Here(Member member) when member.preferencesVersion() >= accountVersion -> {}
            case Members.Known.Here(Member member) ->
                members.keep(member.speaking(language, accountVersion), change(member, language), null);
        }
    }

    private Members.@Nullable Renewal change(Member member, Language language) {
        Optional<Subscriber> before =
                member.subscriberId() == null ? Optional.empty() : subscribers.find(member.subscriberId());
        return before.map(subscriber -> new Members.Renewal(before, Decision.of(subscriber.speaking(language))))
                .orElse(null);
    }
}
