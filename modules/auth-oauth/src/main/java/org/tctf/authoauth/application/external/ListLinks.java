package org.tctf.authoauth.application.external;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.authoauth.domain.external.LinkChange;
import org.tctf.identity.ExternalIdentities.Link;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;

/** Lists the identities elsewhere that are ways into a member's account, oldest first. */
@Singleton
public class ListLinks {
    private final IdentityProvider identity;

    public ListLinks(IdentityProvider identity) {
        this.identity = identity;
    }

    public List<Link> of(Principal member) {
        return identity.externalIdentities().of(member.memberId());
    }

    static String id(Link link) {
        return LinkChange.linkId(link.identity().issuer(), link.identity().subject());
    }
}
