package org.tctf.authoauth.application.provider;

import java.util.List;
import org.tctf.authoauth.domain.provider.Grant;

/** Port: what a member's agreements have come to, with all applications. */
@FunctionalInterface
public interface StandingGrants {

    List<Grant> of(String userId);
}
