package org.tctf.builtinidentity;

import java.time.Instant;
import org.tctf.kernel.table.Row;

/**
 * Whose a refresh token is, or was: spent tokens are remembered until their session would have expired, since whoever
 * brings one back has stolen it, or been stolen from. Only the token's hash is kept.
 *
 * @param generation of the session's tokens that it is of
 * @param until the session's end, whether or not it is used
 */
record RefreshRow(String accountId, String sessionId, long generation, Instant until, boolean spent) {
    static final String SPENT = "spent";

    RefreshRow asSpent() {
        return new RefreshRow(accountId, sessionId, generation, until, true);
    }

    Row row(String tokenHash) {
        return Row.of(ProviderTable.REFRESH_TOKEN.key(tokenHash), this).expires(until);
    }
}
