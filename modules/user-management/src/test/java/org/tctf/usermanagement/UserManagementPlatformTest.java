package org.tctf.usermanagement;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.event.Envelope;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;
import org.tctf.testing.Platform;
import org.tctf.testing.Refused;
import org.tctf.usermanagement.domain.Location;
import org.tctf.usermanagement.domain.Plan;
import org.tctf.usermanagement.domain.Privacy;
import org.tctf.usermanagement.domain.Professional;
import org.tctf.usermanagement.domain.ProfileChange;
import org.tctf.usermanagement.domain.ProfileField;
import org.tctf.usermanagement.domain.SignUp;

/** The sentences through HTTP and serialised events. */
class UserManagementPlatformTest extends UserManagementBehaviour {

    @Override
    UserManagement start() {
        return new OverHttp(Platform.start());
    }

    private record OverHttp(Platform platform) implements UserManagement {

        @Override
        public void signUpConfirmed(SignUp signUp) {
            Professional professional = signUp.profile().professional();
            Location location = signUp.profile().location();
            Map<String, Object> fact = new HashMap<>(Map.of(
                    "userId", signUp.memberId(),
                    "email", signUp.email(),
                    "firstName", signUp.profile().basic().firstName(),
                    "lastName", signUp.profile().basic().lastName(),
                    "membershipName", signUp.membershipName(),
                    "membershipPlan", signUp.plan(),
                    "country", location.country()));
            fact.put("jobTitle", professional.jobTitle());
            fact.put("city", location.city());
            platform.fact("SIGN_UP_CONFIRMED", 1, signUp.memberId(), fact);
            platform.settle();
        }

        @Override
        public void accountDeleted(String memberId) {
            platform.fact("ACCOUNT_DELETED", 1, memberId, Map.of("userId", memberId));
            platform.settle();
        }

        @Override
        public void emailChanged(String memberId, String email, Duration ago) {
            String id = UUID.randomUUID().toString();
            platform.deliver(new Envelope(
                    id,
                    "elsewhere",
                    "EMAIL_CHANGED",
                    1,
                    platform.clock().instant().minus(ago),
                    memberId,
                    Envelope.schemaPath("EMAIL_CHANGED", 1),
                    1,
                    id,
                    null,
                    "service:elsewhere",
                    null,
                    platform.codec()
                            .toJson(Map.of("userId", memberId, "email", email, "formerEmail", "a@example.org"))));
            platform.settle();
        }

        @Override
        public Seen profile(String memberId, Viewer viewer) {
            return seen(caller(viewer).get("/v1/users/%s/profile".formatted(memberId)));
        }

        @Override
        public Seen lookUp(String membershipName, Viewer viewer) {
            return seen(caller(viewer).get("/v1/members/" + membershipName));
        }

        @Override
        public Seen edit(Viewer editor, String memberId, @Nullable Long version, ProfileChange change) {
            Caller caller = caller(editor);
            Caller careful = version == null ? caller : caller.header("If-Match", "\"" + version + "\"");
            return seen(careful.put("/v1/users/%s/profile".formatted(memberId), body(change)));
        }

        @Override
        public List<String> list(@Nullable String country, @Nullable Plan plan, @Nullable String name) {
            String query = "/v1/members?limit=2" + parameter("country", country) + parameter("plan", plan)
                    + parameter("name", name);
            List<String> names = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page =
                        platform.as("bob").get(query + cursor).expect(200).json();
                page.path("items")
                        .forEach(card -> names.add(card.path("displayName").asText()));
                cursor = parameter("cursor", page.path("nextCursor").asText(null));
            } while (!cursor.isEmpty());
            return names;
        }

        @Override
        public int published(String type, String memberId) {
            return (int) platform.settled(type).stream()
                    .filter(fact -> fact.subject().equals(memberId))
                    .count();
        }

        @Override
        public void close() {
            platform.close();
        }

        private Caller caller(Viewer viewer) {
            return viewer.memberId() == null ? platform.anonymous() : platform.as(viewer.memberId(), viewer.roles());
        }

        private String body(ProfileChange change) {
            Map<String, Object> categories = new HashMap<>();
            change.basic().ifPresent(basic -> categories.put("basic", basic));
            change.professional().ifPresent(professional -> categories.put("professional", professional));
            change.location().ifPresent(location -> categories.put("location", location));
            change.social().ifPresent(social -> categories.put("social", social));
            change.interests().ifPresent(interests -> categories.put("interests", interests));
            change.privacy().ifPresent(privacy -> categories.put("privacy", named(privacy)));
            return platform.codec().toJson(categories);
        }

        private static Map<String, Object> named(Privacy privacy) {
            Map<String, Object> named = new HashMap<>();
            privacy.value().forEach((field, visibility) -> named.put(field.apiName(), visibility));
            return named;
        }

        private static Seen seen(Answer answer) {
            if (answer.status() != 200) {
                throw new Refused(answer.at("/code"));
            }
            JsonNode profile = answer.json();
            Map<ProfileField, String> fields = new EnumMap<>(ProfileField.class);
            for (ProfileField field : ProfileField.values()) {
                JsonNode value =
                        profile.path(field.category().name().toLowerCase()).path(field.apiName());
                if (value.isValueNode()) {
                    fields.put(field, value.asText());
                }
            }
            return new Seen(
                    profile.path("id").asText(),
                    profile.path("version").asLong(),
                    Optional.ofNullable(profile.path("email").asText(null)),
                    fields);
        }

        private static String parameter(String name, @Nullable Object value) {
            return value == null
                    ? ""
                    : "&%s=%s".formatted(name, URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
