package org.tctf.authoauth.domain.provider;

import java.util.List;

/** A member has taken back some of what they let an application do; it can do no more than the rest. */
public record ConsentNarrowed(String userId, String clientId, List<String> scopes) {

    public ConsentNarrowed {
        scopes = List.copyOf(scopes);
    }
}
