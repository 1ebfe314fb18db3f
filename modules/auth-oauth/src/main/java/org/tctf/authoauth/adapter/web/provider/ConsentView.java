package org.tctf.authoauth.adapter.web.provider;

import java.time.Instant;
import java.util.List;
import org.tctf.authoauth.application.provider.ListConsents;

/** @param scopes what the application may: openid, profile, email, offline_access */
record ConsentView(String clientId, String clientName, List<String> scopes, Instant since, Instant changedAt) {

    static ConsentView of(ListConsents.Given given) {
        return new ConsentView(
                given.client().id(),
                given.client().metadata().name(),
                given.consent().scopes(),
                given.consent().since(),
                given.consent().changedAt());
    }
}
