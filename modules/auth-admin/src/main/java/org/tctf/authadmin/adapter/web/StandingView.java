package org.tctf.authadmin.adapter.web;

import java.util.List;
import org.tctf.identity.Role;
import org.tctf.identity.Standing;

/**
 * What an account may do now.
 *
 * @param enabled false: administrators have shut it
 * @param active false: its life has ended, for now
 */
record StandingView(String userId, boolean enabled, boolean active, List<Role> roles) {

    static StandingView of(Standing standing) {
        return new StandingView(
                standing.account().id(),
                standing.enabled(),
                standing.active(),
                standing.account().roles().stream().sorted().toList());
    }
}
