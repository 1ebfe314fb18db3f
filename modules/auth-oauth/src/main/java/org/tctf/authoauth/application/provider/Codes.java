package org.tctf.authoauth.application.provider;

import java.util.List;
import java.util.Optional;
import org.tctf.authoauth.domain.provider.AuthorizationCode;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.authoauth.domain.provider.IssuedToken;

/** Port: authorization codes. */
public interface Codes {

    Optional<AuthorizationCode> find(String code);

    /**
     * Spends a code for these tokens, while its grant lives; of any number at once, one does.
     *
     * @param grant as it is from now on
     * @return the tokens' values in their order; empty when the code was spent or the grant ended in the meantime
     */
    Optional<List<String>> redeem(String code, AuthorizationCode found, Grant grant, List<IssuedToken> tokens);
}
