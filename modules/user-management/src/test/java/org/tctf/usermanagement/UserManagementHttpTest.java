package org.tctf.usermanagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.testing.Answer;
import org.tctf.testing.Platform;

/** What callers get who ask in a way that is wrong, and what every answer carries. */
class UserManagementHttpTest {
    private static final String ADA = "0190a000-0000-7000-8000-00000000ada0";
    private static final String PROFILE = "/v1/users/" + ADA + "/profile";

    private static Platform platform;

    @BeforeAll
    static void adaSignsUp() {
        platform = Platform.start();
        signUp(ADA, "Ada_L");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'professional':{'yearsOfExperience':71}}          | /professional/yearsOfExperience",
                "{'professional':{'yearsOfExperience':'many'}}      | /professional/yearsOfExperience",
                "{'basic':{'lastName':'King'}}                      | /basic/firstName",
                "{'basic':{'firstName':'  ','lastName':'King'}}     | /basic/firstName",
                "{'location':{'country':'XX'}}                      | /location/country",
                "{'social':{'website':'http://example.org'}}        | /social/website",
                "{'privacy':{'shoeSize':'PUBLIC'}}                  | /privacy",
                "{'privacy':{'bio':'CONNECTIONS'}}                  | /privacy/bio",
                "{'interests':['']}                                 | /interests/0",
                "{'shoeSize':39}                                    | /shoeSize"
            })
    void aWrongFieldIsNamedAndNothingIsStored(String body, String pointer) {
        Answer before = platform.as(ADA).get(PROFILE);

        Answer answer = platform.as(ADA).put(PROFILE, body.replace('\'', '"'));

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer")).as(answer.body()).isEqualTo(pointer);
        assertThat(platform.as(ADA).get(PROFILE).body()).isEqualTo(before.body());
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        String body = "{\"professional\":{\"yearsOfExperience\":-1},\"location\":{\"country\":\"gb\"}}";

        assertThat(platform.as(ADA).put(PROFILE, body).expect(400).json().path("errors"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=101", "limit=many", "plan=GOLD", "country=Germany", "country=XX", "cursor=abc"
            })
    void aListIsAskedForProperly(String query) {
        assertThat(platform.as(ADA).get("/v1/members?" + query).status()).isEqualTo(400);
    }

    @Test
    void aCursorIsGoodForItsOwnListOnly() {
        signUp("bob", "Bob");
        String cursor = platform.as(ADA).get("/v1/members?limit=1").expect(200).at("/nextCursor");

        platform.as(ADA).get("/v1/members?limit=1&cursor=" + cursor).expect(200);
        assertThat(platform.as(ADA)
                        .get("/v1/members?limit=1&country=GB&cursor=" + cursor)
                        .expect(400)
                        .at("/code"))
                .isEqualTo("INVALID_CURSOR");
    }

    @Test
    void listsAreForMembersAndProfilesForAll() {
        platform.anonymous().get("/v1/members").expect(401);
        platform.anonymous().put(PROFILE, "{}").expect(401);
        platform.anonymous().get(PROFILE).expect(200);
        platform.anonymous().get("/v1/members/ada_l").expect(200);
    }

    @Test
    void aProfileCarriesItsVersionAsEntityTag() {
        Answer read = platform.as(ADA).get(PROFILE).expect(200);
        String tag = "\"%s\"".formatted(read.at("/version"));
        assertThat(read.header("ETag")).contains(tag);

        Answer edited = platform.as(ADA)
                .header("If-Match", tag)
                .put(PROFILE, Map.of("interests", new String[] {"engines", tag}))
                .expect(200);
        assertThat(edited.header("ETag")).isPresent().isNotEqualTo(read.header("ETag"));
        platform.as(ADA).header("If-Match", tag).put(PROFILE, "{}").expect(412);
    }

    @Test
    void anEditWithAKeyIsDoneOnce() {
        var ada = platform.as(ADA).header("Idempotency-Key", "edit-1");
        String body = "{\"professional\":{\"jobTitle\":\"Analyst\"}}";

        Answer first = ada.put(PROFILE, body).expect(200);
        platform.as(ADA)
                .put(PROFILE, "{\"professional\":{\"jobTitle\":\"Poet\"}}")
                .expect(200);
        Answer again = ada.put(PROFILE, body).expect(200);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(platform.as(ADA).get(PROFILE).at("/professional/jobTitle")).isEqualTo("Poet");
    }

    private static void signUp(String memberId, String membershipName) {
        platform.fact(
                "SIGN_UP_CONFIRMED",
                1,
                memberId,
                Map.of(
                        "userId", memberId,
                        "email", membershipName + "@example.org",
                        "firstName", "Somebody",
                        "lastName", "Somewhere",
                        "membershipName", membershipName,
                        "membershipPlan", "INDIVIDUAL",
                        "country", "GB",
                        "jobTitle", "Engineer"));
        platform.settle();
    }
}
