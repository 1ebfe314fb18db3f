package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.authoauth.domain.provider.RegistrationLeave;

/** By whose leave applications register themselves. */
@Singleton
public class ListRegistrationLeaves {
    private final RegistrationLeaves leaves;

    public ListRegistrationLeaves(RegistrationLeaves leaves) {
        this.leaves = leaves;
    }

    /** Oldest first. */
    public List<RegistrationLeave> list() {
        return leaves.all();
    }
}
