package org.tctf.authoauth;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.testing.Answer;
import org.tctf.testing.Platform;
import org.tctf.testing.Refused;

/** The sentences through HTTP, with browsers, pages and serialised events. */
class ProviderPlatformTest extends ProviderBehaviour {

    @Override
    Provider start() {
        return new OverHttp(Platform.startWithoutRateLimits());
    }

    private static final class OverHttp implements Provider {
        private final Platform platform;
        private final World world;
        private final Map<String, Member> members = new HashMap<>();
        private final Map<String, Application> applications = new HashMap<>();

        OverHttp(Platform platform) {
            this.platform = platform;
            world = new World(platform);
        }

        @Override
        public String member() {
            Member member = world.member();
            members.put(member.userId(), member);
            return member.userId();
        }

        @Override
        public String register(String owner, List<String> scopes) {
            Map<String, Object> form = World.form("CLIENT_SECRET_BASIC");
            form.put("scopes", scopes);
            Application application = world.register(member(owner), form);
            applications.put(application.id(), application);
            return application.id();
        }

        @Override
        public String agree(String member, String application, String scope) {
            return world.code(member(member), app(application), scope);
        }

        @Override
        public Held redeem(String application, String code) {
            return held(world.redeem(app(application), code));
        }

        @Override
        public Held refresh(String application, String refreshToken) {
            return held(world.refresh(app(application), refreshToken));
        }

        @Override
        public void revoke(String application, String token) {
            world.app(app(application))
                    .post("/oauth/revoke", World.encoded(Map.of("token", token)))
                    .expect(200);
        }

        @Override
        public Map<String, ?> claims(String accessToken) {
            Answer answer = world.userInfo(accessToken);
            if (answer.status() == 401) {
                throw new Refused("invalid_token");
            }
            return platform.codec().fromJson(answer.expect(200).body(), Map.class);
        }

        @Override
        public void takeBack(String member, String application) {
            world.as(member(member)).delete("/v1/oauth/consents/" + application).expect(204);
        }

        @Override
        public void narrow(String member, String application, String scope) {
            Answer answer = world.as(member(member))
                    .put("/v1/oauth/consents/" + application, Map.of("scopes", List.of(scope.split(" "))));
            if (answer.status() != 204) {
                throw new Refused(answer.at("/code"));
            }
        }

        @Override
        public String introspect(String application, String token) {
            JsonNode answer = world.app(app(application))
                    .post("/oauth/introspect", World.encoded(Map.of("token", token)))
                    .expect(200)
                    .json();
            return answer.path("active").asBoolean() ? answer.path("scope").asText() : "";
        }

        @Override
        public void sessionsEnded(String member) {
            platform.fact(
                    "USER_SESSIONS_ENDED",
                    1,
                    member,
                    Map.of("userId", member, "openedUntil", platform.clock().instant()));
            platform.settle();
        }

        @Override
        public void everybodysSessionsEnd() {
            platform.identity().sessions().endEverybodys(platform.clock().instant());
            // By then every process knows.
            platform.advance(Duration.ofSeconds(10));
        }

        @Override
        public void signOut(String member) {
            world.browser(member(member))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .post("/oauth/logout/confirm", "")
                    .expect(200);
        }

        @Override
        public void called(String member, String name) {
            platform.fact(
                    "PROFILE_UPDATED",
                    1,
                    member,
                    Map.of("userId", member, "displayName", name, "categories", List.of()));
            platform.settle();
        }

        @Override
        public int published(String type) {
            return platform.settled(type).size();
        }

        @Override
        public void advance(Duration by) {
            platform.advance(by);
        }

        @Override
        public void close() {
            platform.close();
        }

        private Member member(String id) {
            return members.get(id);
        }

        private Application app(String id) {
            return applications.get(id);
        }

        private static Held held(Answer answer) {
            if (answer.status() != 200) {
                throw new Refused(answer.at("/error"));
            }
            return new Held(answer.at("/access_token"), text(answer, "refresh_token"), text(answer, "id_token"));
        }

        private static @Nullable String text(Answer answer, String field) {
            JsonNode value = answer.json().path(field);
            return value.isTextual() ? value.asText() : null;
        }
    }
}
