package org.tctf.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tctf.identity.Role;
import org.tctf.testing.Caller;
import org.tctf.testing.TestPlatform;

/** A campaign to many, as staff makes one. */
public final class BulkMail {
    private static final int LINES = 4_000;

    private BulkMail() {}

    /** @return the id of a campaign that is ready to be scheduled */
    public static String campaign(TestPlatform platform, int recipients, int perSecond) {
        Caller staff = staff(platform);
        String list = staff.post(
                        "/v1/subscriber-lists", Map.of("name", "Everybody", "description", "", "isPublic", true))
                .expect(201)
                .at("/listId");
        for (int from = 0; from < recipients; from += LINES) {
            String lines = IntStream.range(from, Math.min(recipients, from + LINES))
                    .mapToObj(i -> "reader%d@example.org,Reader %d".formatted(i, i))
                    .collect(Collectors.joining("\n", "email,name\n", "\n"));
            staff.header("Content-Type", "text/csv")
                    .post("/v1/subscriber-imports?consent=a-test&listId=" + list, lines)
                    .expect(202);
            platform.settle();
        }
        Map<String, String> words = Map.of(
                "subject", "News", "text", "Hello {{unsubscribeUrl}}", "html", "<p>Hello {{unsubscribeUrl}}</p>");
        String template = staff.post("/v1/mail-templates", Map.of("name", "News", "wordings", Map.of("en", words)))
                .expect(201)
                .at("/templateId");
        staff.post("/v1/mail-templates/%s/publications".formatted(template)).expect(201);
        rate(platform, perSecond);
        return staff.post("/v1/campaigns", Map.of("name", "News", "templateId", template, "listIds", List.of(list)))
                .expect(201)
                .at("/campaignId");
    }

    public static void rate(TestPlatform platform, int perSecond) {
        staff(platform)
                .put("/v1/bulk-mail-rates/mailbox", Map.of("perSecond", perSecond))
                .expect(204);
    }

    public static JsonNode progress(TestPlatform platform, String campaign) {
        return staff(platform)
                .get("/v1/campaigns/%s/progress".formatted(campaign))
                .expect(200)
                .json();
    }

    public static Caller staff(TestPlatform platform) {
        return platform.as("staff", Role.STAFF);
    }
}
