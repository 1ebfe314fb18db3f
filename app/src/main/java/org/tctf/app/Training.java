package org.tctf.app;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Map;

/**
 * The run that the JDK's AOT cache learns from (JEP 514, 515): the sign-up story and the usual reads and writes, on a
 * folder that is thrown away. What it never touches starts as slowly as without a cache.
 */
public final class Training {
    private static final int MEMBERS = 3;

    private Training() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (ScratchPlatform scratch = ScratchPlatform.start();
                HttpClient http = HttpClient.newHttpClient()) {
            SignUpStory story = new SignUpStory(http, scratch.platform().address());
            for (int i = 0; i < MEMBERS; i++) {
                use(story, story.tell("member_" + i), "member_" + i);
            }
        }
    }

    private static void use(SignUpStory story, String token, String name) throws IOException, InterruptedException {
        String id = story.get("/v1/members/" + name, token).path("id").asText();
        String profile = "/v1/users/" + id + "/profile";
        story.send(
                "PUT",
                profile,
                token,
                Map.of("basic", Map.of("firstName", "Ada", "lastName", "Lovelace", "bio", "Notes.")));
        for (String path : new String[] {
            "/health",
            profile,
            "/v1/members",
            "/v1/onboarding",
            "/v1/notifications",
            "/v1/activity",
            "/v1/auth/sessions",
            "/console",
            "/console/api/services"
        }) {
            story.get(path, token);
        }
    }
}
