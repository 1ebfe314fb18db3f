package org.tctf.authoauth.application.provider;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tctf.authoauth.domain.provider.Profile;

/** Port: what is known of members from others' facts. */
public interface Profiles {

    Optional<Profile> of(String userId);

    void change(String userId, UnaryOperator<Profile> change);
}
