package org.tctf.authoauth.application.provider;

import java.util.List;
import java.util.Optional;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.authoauth.domain.provider.IssuedToken;

/** Port: what applications hold. */
public interface Tokens {

    Optional<IssuedToken> token(String token);

    /**
     * Spends a refresh token for these, while its grant lives; of any number at once, one does.
     *
     * @return the tokens' values in their order; empty when it was spent or the grant ended in the meantime
     */
    Optional<List<String>> rotate(String token, IssuedToken found, Grant grant, List<IssuedToken> next);

    /** Forgets an access token. */
    void forget(String token);
}
