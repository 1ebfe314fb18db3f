package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.tctf.authoauth.domain.provider.AuthorizationCode;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.authoauth.domain.provider.SignInRequest;
import org.tctf.kernel.Ids;

/** Begins a grant: what the member agreed to, and a code for the application to fetch it with. */
@Singleton
public class IssueCode {
    private final Grants grants;
    private final Ids ids;
    private final InstantSource clock;

    public IssueCode(Grants grants, Ids ids, InstantSource clock) {
        this.grants = grants;
        this.ids = ids;
        this.clock = clock;
    }

    /** @return the code */
    public String issue(SignInRequest request, Visitor visitor) {
        Instant now = clock.instant();
        Grant grant = new Grant(
                ids.next().toString(),
                visitor.userId(),
                request.clientId(),
                visitor.session().id(),
                request.scopes(),
                request.userInfoClaims(),
                visitor.authentication(),
                now,
                now.plus(AuthorizationCode.LIFE));
        return grants.begin(
                grant,
                new AuthorizationCode(
                        grant.userId(),
                        grant.clientId(),
                        grant.id(),
                        request.redirectUri(),
                        request.codeChallenge(),
                        request.nonce(),
                        request.idTokenClaims(),
                        grant.until(),
                        false));
    }
}
