package org.tctf.authadmin;

import org.tctf.testing.Platform;

/** The sentences through HTTP and serialised events; a platform for each, since there is one set of administrators. */
class AuthAdminPlatformTest extends AuthAdminBehaviour {

    @Override
    AuthAdmin start() {
        return new HttpAuthAdmin(Platform.startWithoutRateLimits());
    }
}
