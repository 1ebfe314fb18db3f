package org.tctf.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.lambda.Lambda.soon;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuthorizerFunctionTest {
    private static final String METHOD = "arn:aws:execute-api:eu-west-1:123456789012:abc/live/GET/v1/notes/1";

    private static Lambda lambda;
    private static AuthorizerFunction function;

    @BeforeAll
    static void start() {
        lambda = new Lambda();
        function = new AuthorizerFunction(lambda.container());
    }

    @AfterAll
    static void stop() {
        lambda.close();
    }

    @Test
    void aGoodTokenOpensAllMethodsOfTheStage() {
        JsonNode policy = policy(Lambda.GOOD);
        assertThat(policy.path("principalId").asText()).isEqualTo("ada");
        assertThat(statement(policy).path("Effect").asText()).isEqualTo("Allow");
        assertThat(statement(policy).path("Resource").asText())
                .isEqualTo("arn:aws:execute-api:eu-west-1:123456789012:abc/live/*");
    }

    @Test
    void aForgedTokenOpensNothing() {
        assertThat(statement(policy("Bearer forged")).path("Effect").asText()).isEqualTo("Deny");
        assertThat(statement(policy("Basic of-ada")).path("Effect").asText()).isEqualTo("Deny");
        assertThat(statement(policy("")).path("Effect").asText()).isEqualTo("Deny");
    }

    @Test
    void anExpiredTokenPassesAndGetsThePipelinesAnswer() {
        assertThat(statement(policy(Lambda.EXPIRED)).path("Effect").asText()).isEqualTo("Allow");
    }

    private static JsonNode policy(String header) {
        return function.answer(
                Json.MAPPER
                        .createObjectNode()
                        .put("type", "TOKEN")
                        .put("authorizationToken", header)
                        .put("methodArn", METHOD),
                soon());
    }

    private static JsonNode statement(JsonNode policy) {
        return policy.at("/policyDocument/Statement/0");
    }
}
