package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.tctf.authuser.application.Codes.Link;
import org.tctf.authuser.domain.Holder;
import org.tctf.authuser.domain.Member;
import org.tctf.authuser.domain.Preferences;
import org.tctf.kernel.Language;

/** Says in which language the one reads whom a mailed link is for: what they prefer, or else said at sign-up. */
@Singleton
public class FindReadersLanguage {
    private final Codes codes;
    private final Records<Preferences> preferences;
    private final Members members;

    public FindReadersLanguage(Codes codes, Records<Preferences> preferences, Members members) {
        this.codes = codes;
        this.preferences = preferences;
        this.members = members;
    }

    /** Nothing for a token that is not ours, or where nothing is known of them. */
    public Optional<Language> find(String token) {
        return codes.read(token).map(Link::userId).flatMap(this::language).map(Language::of);
    }

    private Optional<String> language(String userId) {
        return preferences
                .find(userId)
                .map(Preferences::language)
                .or(() -> members.find(userId).flatMap(FindReadersLanguage::saidAtSignUp));
    }

    private static Optional<String> saidAtSignUp(Holder holder) {
        return holder instanceof Member member ? Optional.ofNullable(member.language()) : Optional.empty();
    }
}
