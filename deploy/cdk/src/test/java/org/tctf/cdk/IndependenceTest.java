package org.tctf.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Any one stack deploys alone (ADR 21). */
class IndependenceTest {
    private static final Stacks PROD = Stacks.prod();

    @Test
    void noStackWaitsForAnother() {
        JsonNode artifacts = Stacks.written("manifest.json").path("artifacts");

        PROD.all()
                .keySet()
                .forEach(stack -> assertThat(artifacts.path(stack).path("dependencies"))
                        .as(stack)
                        .extracting(JsonNode::asText)
                        .containsExactly(stack + ".assets"));
    }

    @Test
    void noTemplateRefersToAnother() {
        PROD.all()
                .forEach((name, template) -> assertThat(template.json().toString())
                        .as(name)
                        .doesNotContain("Fn::ImportValue", "Fn::GetStackOutput", "\"Export\""));
    }

    @Test
    void whatServicesReadFromTheParameterStoreThePlatformWrites() {
        List<String> written = PROD.platform().all("AWS::SSM::Parameter").values().stream()
                .map(parameter -> parameter.path("Name").asText())
                .toList();

        assertThat(written).allSatisfy(name -> assertThat(name).startsWith("/tctf/prod/platform/"));
        Stacks.services()
                .forEach(service -> assertThat(written)
                        .as(service.name())
                        .containsAll(PROD.of(service).readFromParameterStore()));
        assertThat(PROD.platform().readFromParameterStore()).isEmpty();
    }

    @Test
    void stacksAreNotDeletedByAccident() {
        JsonNode artifacts = Stacks.written("manifest.json").path("artifacts");

        PROD.all()
                .keySet()
                .forEach(stack -> assertThat(artifacts
                                .path(stack)
                                .at("/properties/terminationProtection")
                                .asBoolean())
                        .as(stack)
                        .isTrue());
    }
}
