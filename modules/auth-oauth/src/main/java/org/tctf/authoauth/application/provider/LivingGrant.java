package org.tctf.authoauth.application.provider;

import java.util.List;
import java.util.Set;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.authoauth.domain.provider.Scopes;
import org.tctf.identity.Standing;

/**
 * A grant whose member and application are what they were when it was given.
 *
 * @param grant what is left of it
 * @param withheld the scopes that its member does not let the application have, or no more
 */
public record LivingGrant(Grant grant, Client client, Standing standing, Set<String> withheld) {

    public LivingGrant {
        withheld = Set.copyOf(withheld);
    }

    LivingGrant with(Grant other) {
        return new LivingGrant(other, client, standing, withheld);
    }

    /** Of claims that were asked for one by one, those that may still be said. */
    List<String> sayable(List<String> claims) {
        return Scopes.claimsWithout(withheld, claims);
    }
}
