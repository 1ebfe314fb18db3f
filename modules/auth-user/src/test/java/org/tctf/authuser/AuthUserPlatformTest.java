package org.tctf.authuser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.tctf.testing.Platform;

/** The sentences through HTTP and serialised events; one platform for all, since each has people of its own. */
class AuthUserPlatformTest extends AuthUserBehaviour {
    private static Platform platform;

    @BeforeAll
    static void startPlatform() {
        platform = Platform.startWithoutRateLimits();
    }

    @AfterAll
    static void stopPlatform() {
        platform.close();
    }

    @Override
    AuthUser start() {
        return new HttpAuthUser(platform);
    }
}
