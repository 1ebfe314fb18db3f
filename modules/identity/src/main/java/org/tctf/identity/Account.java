package org.tctf.identity;

import java.util.Set;
import org.tctf.kernel.EmailAddress;

/**
 * A confirmed, enabled account.
 *
 * @param id the member's id everywhere
 */
public record Account(String id, EmailAddress email, Set<Role> roles) {

    public Account {
        roles = Set.copyOf(roles);
    }
}
