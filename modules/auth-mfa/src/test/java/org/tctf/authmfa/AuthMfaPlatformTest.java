package org.tctf.authmfa;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.tctf.testing.Platform;

/** The sentences through HTTP and serialised events; one platform for all, since each has people of its own. */
class AuthMfaPlatformTest extends AuthMfaBehaviour {
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
    AuthMfa start() {
        return new HttpAuthMfa(platform);
    }
}
