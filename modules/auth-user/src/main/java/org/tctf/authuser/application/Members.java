package org.tctf.authuser.application;

import java.util.Optional;
import org.tctf.authuser.domain.Holder;
import org.tctf.authuser.domain.Member;

/** Port: whose the accounts are. */
public interface Members {

    Optional<Holder> find(String userId);

    /** Keeps what is newly known; a lost race fails, and the fact is delivered again. */
    void keep(Member member);

    /** Whose a membership name is, in any spelling. */
    Optional<String> named(String membershipName);

    /** Erases all that this service keeps of a member, and says that the account is gone. Again is harmless. */
    void erase(String userId);
}
