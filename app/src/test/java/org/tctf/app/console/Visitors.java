package org.tctf.app.console;

import java.util.Map;
import org.tctf.testing.Answer;
import org.tctf.testing.TestPlatform;

/** People whose sign-ups give the console something to show. */
final class Visitors {

    private Visitors() {}

    /** Signs somebody up, and waits for all that follows: the correlation id of it. */
    static String signUp(TestPlatform platform, String name) {
        Answer answer = platform.anonymous()
                .post(
                        "/v1/account/signup",
                        Map.of(
                                "email", name + "@example.org",
                                "password", "difference engine no 2",
                                "firstName", "Ada",
                                "lastName", "Lovelace",
                                "membershipName", name,
                                "membershipPlan", "INDIVIDUAL",
                                "country", "GB",
                                "jobTitle", "Analyst"))
                .expect(201);
        platform.settle();
        return answer.header("X-Correlation-ID").orElseThrow();
    }
}
