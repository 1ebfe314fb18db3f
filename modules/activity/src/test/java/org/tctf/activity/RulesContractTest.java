package org.tctf.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tctf.activity.domain.Rule;

/** Rules name fields of others' facts; this holds them against the schemas that there are. */
class RulesContractTest {
    private static final Path MODULES = Path.of("..");

    @Test
    void everyFieldThatARuleNamesIsRequiredByThePublishersSchema() throws IOException {
        List<String> wrong = new ArrayList<>();
        int held = 0;
        for (Rule rule : Rule.ALL) {
            for (Path schema : schemas(rule.type())) {
                held++;
                JsonNode published = new ObjectMapper().readTree(schema.toFile());
                JsonNode required = published.path("required");
                fields(rule)
                        .filter(field -> !isOfDirectConversations(rule, field)
                                || !published.path("properties").has(field))
                        .filter(field -> required.valueStream()
                                .noneMatch(name -> name.asText().equals(field)))
                        .forEach(field -> wrong.add(schema + " does not require " + field));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(held).as("rules for facts that are published here").isPositive();
    }

    private static Stream<String> fields(Rule rule) {
        Stream<String> place = rule.isInConversation() ? Stream.of(Rule.CONVERSATION, Rule.NUMBER) : Stream.empty();
        return Stream.of(Stream.of(rule.logs(), rule.tells(), rule.by(), rule.about()), place, rule.words().stream())
                .flatMap(fields -> fields)
                .filter(Objects::nonNull)
                .filter(field -> !field.startsWith("@"));
    }

    /** A group has no one recipient, and nobody is told of it. */
    private static boolean isOfDirectConversations(Rule rule, String field) {
        return rule.isInConversation() && field.equals(rule.tells());
    }

    private static List<Path> schemas(String type) throws IOException {
        try (Stream<Path> modules = Files.list(MODULES)) {
            return modules.map(module -> module.resolve("src/main/resources/events/" + type + ".v1.json"))
                    .filter(Files::exists)
                    .toList();
        }
    }
}
