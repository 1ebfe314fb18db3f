package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;
import org.tctf.authoauth.domain.provider.Profile;

/** Takes note of what has become known of a member. */
@Singleton
public class LearnOfMember {
    private final Profiles profiles;

    public LearnOfMember(Profiles profiles) {
        this.profiles = profiles;
    }

    public void learn(String userId, UnaryOperator<Profile> news) {
        profiles.change(userId, news);
    }
}
