package org.tctf.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tctf.testing.Answer;
import org.tctf.testing.TestPlatform;

/** People whose sign-ups give the console something to show. */
final class Visitors {

    static final String PASSWORD = "difference engine no 2";

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private Visitors() {}

    /** Signs somebody up, and waits for all that follows: the correlation id of it. */
    static String signUp(TestPlatform platform, String name) {
        Answer answer = signUp(platform, name, "Ada", "Lovelace");
        platform.settle();
        return answer.header("X-Correlation-ID").orElseThrow();
    }

    /** The same, and confirms their address: the id of the new member. */
    static String join(TestPlatform platform, String name, String firstName, String lastName) {
        String sessionId = signUp(platform, name, firstName, lastName).at("/sessionId");
        Matcher code = CODE.matcher(
                platform.mailbox(name + "@example.org").getFirst().mail().text());
        assertThat(code.find()).isTrue();
        String memberId = platform.anonymous()
                .post("/v1/account/signup/confirm", Map.of("sessionId", sessionId, "code", code.group(1)))
                .expect(200)
                .at("/userId");
        platform.settle();
        return memberId;
    }

    private static Answer signUp(TestPlatform platform, String name, String firstName, String lastName) {
        return platform.anonymous()
                .post(
                        "/v1/account/signup",
                        Map.of(
                                "email",
                                name + "@example.org",
                                "password",
                                PASSWORD,
                                "firstName",
                                firstName,
                                "lastName",
                                lastName,
                                "membershipName",
                                name,
                                "membershipPlan",
                                "INDIVIDUAL",
                                "country",
                                "GB",
                                "jobTitle",
                                "Analyst"))
                .expect(201);
    }
}
