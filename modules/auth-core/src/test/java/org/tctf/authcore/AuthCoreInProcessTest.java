package org.tctf.authcore;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.tctf.testing.TestPlatform;

/** The sentences through HTTP and serialised events; one platform for all, since each has people of its own. */
class AuthCoreInProcessTest extends AuthCoreBehaviour {
    private static TestPlatform platform;

    @BeforeAll
    static void startPlatform() {
        platform = TestPlatform.startWithoutRateLimits();
    }

    @AfterAll
    static void stopPlatform() {
        platform.close();
    }

    @Override
    AuthCore start() {
        return new HttpAuthCore(platform);
    }
}
