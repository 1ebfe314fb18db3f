package org.tctf.usermessage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.tctf.testing.Platform;

/** The sentences through HTTP and serialised events; one platform for all, since each has members of its own. */
class ChatPlatformTest extends ChatBehaviour {
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
    Chat start() {
        return new HttpChat(platform);
    }
}
