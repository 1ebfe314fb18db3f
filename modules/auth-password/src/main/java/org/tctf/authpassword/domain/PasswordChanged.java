package org.tctf.authpassword.domain;

import java.util.List;

/**
 * An account has another password, however that came.
 *
 * @param endedSessions ids of those that ended in the same transaction
 */
public record PasswordChanged(String userId, List<String> endedSessions) {

    public PasswordChanged {
        endedSessions = List.copyOf(endedSessions);
    }
}
