package org.tctf.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.identity.Role;

class AuthenticationTest extends WithServer {
    private static final String NOTE = "/v1/notes/0190c0de-0000-7000-8000-000000000000";

    @Test
    void aRouteThatSaysNothingNeedsAToken() {
        Answer answer = server.get(NOTE).send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("TOKEN_MISSING");
        assertThat(answer.header("WWW-Authenticate"))
                .as("RFC 6750 §3: no error without a token")
                .isEqualTo("Bearer realm=\"tctf\"");
    }

    @Test
    void aBadTokenIsRefusedAlsoWhereNoneIsNeeded() {
        Answer answer = server.get("/v1/notes/seen")
                .header("Authorization", "Bearer nonsense")
                .send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("INVALID_TOKEN");
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearer ", "bearer:x"})
    void anAuthorizationThatIsNoBearerTokenIsABadToken(String header) {
        Answer answer =
                server.get("/v1/notes/seen").header("Authorization", header).send();

        assertThat(answer.code()).isEqualTo("INVALID_TOKEN");
    }

    @Test
    void theSchemesCaseDoesNotMatter() {
        Answer answer = server.get("/v1/notes/seen")
                .header("Authorization", "bearer ada.MEMBER")
                .send();

        assertThat(answer.json().path("actor").asText()).isEqualTo("ada=ada");
    }

    @Test
    void anExpiredTokenCountsAsNoneOnAPublicRouteAndIsRefusedElsewhere() {
        Answer onPublic = server.get("/v1/notes/seen")
                .header("Authorization", "Bearer expired")
                .send();
        Answer elsewhere =
                server.get(NOTE).header("Authorization", "Bearer expired").send();

        assertThat(onPublic.json().path("actor").asText()).isEqualTo("anonymous");
        assertThat(elsewhere.status()).isEqualTo(401);
        assertThat(elsewhere.code()).isEqualTo("TOKEN_EXPIRED");
    }

    @Test
    void aRouteForRolesTakesAnyOfThemAndNoOthers() {
        assertThat(server.get("/v1/notes/staff").as("ada", Role.STAFF).send().status())
                .isEqualTo(200);
        assertThat(server.get("/v1/notes/staff").as("ada", Role.ADMIN).send().status())
                .isEqualTo(200);
        Answer refused = server.get("/v1/notes/staff").as("ada", Role.MODERATOR).send();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("ROLE_MISSING");
        assertThat(refused.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
    }

    @Test
    void whoseRoleTakesASecondFactorIsToldSo() {
        Answer refused = server.get("/v1/notes/staff")
                .header("Authorization", "Bearer weak.ADMIN")
                .send();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("SECOND_FACTOR_REQUIRED");
    }

    @Test
    void aProgramDoesWhatItsScopeAndTheServiceAllow() {
        assertThat(server.get("/v1/notes/staff")
                        .header("Authorization", "Bearer program:notes:read")
                        .send()
                        .status())
                .isEqualTo(200);
        Answer otherScope = server.get("/v1/notes/staff")
                .header("Authorization", "Bearer program:letters:read")
                .send();
        assertThat(otherScope.status()).isEqualTo(403);
        assertThat(otherScope.code()).isEqualTo("SCOPE_MISSING");
        assertThat(otherScope.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
        Answer write = server.post("/v1/notes", "{}")
                .header("Authorization", "Bearer program:notes:write")
                .send();
        assertThat(write.code()).as("the service is open to read only").isEqualTo("SERVICE_KEY_NOT_ACCEPTED");
    }

    @Test
    void whatAMethodSaysGoesBeforeWhatItsClassSays() {
        assertThat(server.get("/ping").send().status()).as("class: public").isEqualTo(200);
        assertThat(server.get("/ping/staff").send().status())
                .as("method: roles")
                .isEqualTo(401);
    }

    @Test
    void nothingOfTheBodyIsReadBeforeTheCallerIsKnown() {
        Answer answer = server.post("/v1/notes", "not json").send();

        assertThat(answer.status()).isEqualTo(401);
    }
}
