package org.tctf.app.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tctf.app.console.catalog.Catalog;
import org.tctf.app.console.trail.HiddenFields;
import org.tctf.kernel.Problem;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.ServiceTables;

/**
 * Reads a service's table by one of its access patterns, as the service itself does; there is no scan. A stored item does
 * not say which of its attributes are secret, so two rules hide them: names that mean a secret, and values that look like
 * ciphertext, a hash or a token.
 */
@ConsoleOnly
@Singleton
public final class TableReader {
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(password|secret|hash|token|salt|cipher|encrypted|sealed|private|digest).*|code|otp|pin");
    private static final Pattern SECRET_VALUE =
            Pattern.compile("\\$argon2.*|eyJ[\\w-]+\\..*|[A-Za-z0-9_+/-]{40,}={0,2}");

    private final ServiceTables tables;
    private final Catalog catalog;

    TableReader(ServiceTables tables, Catalog catalog) {
        this.tables = tables;
        this.catalog = catalog;
    }

    /** @throws Problem {@code SERVICE_NOT_FOUND}, {@code PATTERN_NOT_FOUND} */
    public AccessPattern pattern(String service, String name) {
        return definition(service).accessPatterns().stream()
                .filter(pattern -> pattern.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "PATTERN_NOT_FOUND",
                        "%s has no access pattern '%s'; it has %s."
                                .formatted(
                                        service,
                                        name,
                                        definition(service).accessPatterns().stream()
                                                .map(AccessPattern::name)
                                                .toList())));
    }

    /**
     * One page of items, with secrets hidden.
     *
     * @param values of the pattern's parameters by name; the partition's are needed, of the sort key's as many as one has
     * @throws Problem {@code PARAMETERS_MISSING}, {@code INVALID_CURSOR}
     */
    public Page<JsonNode> read(
            String service, AccessPattern pattern, Map<String, String> values, int limit, @Nullable String cursor) {
        List<String> given = new ArrayList<>();
        for (String parameter : pattern.parameters()) {
            String value = values.getOrDefault(parameter, "");
            if (value.isEmpty()) {
                break;
            }
            given.add(value);
        }
        try {
            return tables.of(definition(service))
                    .page(pattern.query(given.toArray()).limit(limit), cursor, ObjectNode.class)
                    .map(TableReader::hidden);
        } catch (IllegalArgumentException tooFew) {
            throw Problem.invalid("PARAMETERS_MISSING", "The pattern " + tooFew.getMessage() + " values.");
        }
    }

    private ServiceDefinition definition(String service) {
        return catalog.definition(service)
                .orElseThrow(() -> Problem.notFound("SERVICE_NOT_FOUND", "There is no service %s.".formatted(service)));
    }

    private static JsonNode hidden(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                object.properties()
                        .forEach(field -> field.setValue(
                                SECRET_NAME.matcher(field.getKey()).matches()
                                                && field.getValue().isValueNode()
                                        ? TextNode.valueOf(HiddenFields.HIDDEN)
                                        : hidden(field.getValue())));
            case ArrayNode array -> array.forEach(TableReader::hidden);
            case TextNode text
            when SECRET_VALUE.matcher(text.asText()).matches() -> {
                return TextNode.valueOf(HiddenFields.HIDDEN);
            }
            default -> {}
        }
        return node;
    }
}
