package org.tctf.authoauth.domain.provider;

import java.util.List;

/** A member has let an application know something of them, for the first time or more than before. */
public record ConsentGranted(String userId, String clientId, String clientName, List<String> scopes) {

    public ConsentGranted {
        scopes = List.copyOf(scopes);
    }
}
