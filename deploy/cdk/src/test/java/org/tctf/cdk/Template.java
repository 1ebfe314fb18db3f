package org.tctf.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A template as it was written, and what its references come to. */
record Template(JsonNode json) {
    private static final List<String> NAMES = List.of(
            "QueueName", "TopicName", "FunctionName", "TableName", "LogGroupName", "AlarmName", "Name", "LayerName");

    /** Properties of all resources of a type, by logical id. */
    Map<String, JsonNode> all(String type) {
        Map<String, JsonNode> found = new TreeMap<>();
        json.path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("Type").asText().equals(type)) {
                found.put(resource.getKey(), resource.getValue().path("Properties"));
            }
        });
        return found;
    }

    /** The same, by what the resource is called. */
    Map<String, JsonNode> named(String type, String property) {
        Map<String, JsonNode> found = new TreeMap<>();
        all(type).values().forEach(properties -> found.put(text(properties.path(property)), properties));
        return found;
    }

    JsonNode only(String type) {
        Map<String, JsonNode> found = all(type);
        if (found.size() != 1) {
            throw new AssertionError("%d of %s".formatted(found.size(), type));
        }
        return found.values().iterator().next();
    }

    boolean has(String type) {
        return !all(type).isEmpty();
    }

    /** Values that the parameter store gives at deployment, by their names there; the CDK's own bootstrapping aside. */
    List<String> readFromParameterStore() {
        List<String> names = new ArrayList<>();
        json.path("Parameters").forEach(parameter -> {
            String name = parameter.path("Default").asText();
            if (parameter.path("Type").asText().startsWith("AWS::SSM::Parameter::Value")
                    && !name.startsWith("/cdk-bootstrap/")) {
                names.add(name);
            }
        });
        return names;
    }

    /**
     * A value's text: pseudo parameters as {@code <AWS::Region>}, what comes from the parameter store by its name there, an
     * address of another resource as {@code arn of <name>}.
     */
    String text(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        }
        if (value.has("Ref")) {
            return reference(value.path("Ref").asText());
        }
        if (value.has("Fn::GetAtt")) {
            JsonNode parts = value.path("Fn::GetAtt");
            String attribute = parts.path(1).asText();
            return (attribute.equals("Arn") ? "arn" : attribute) + " of "
                    + name(parts.path(0).asText());
        }
        if (value.has("Fn::Join")) {
            return StreamSupport.stream(value.path("Fn::Join").path(1).spliterator(), false)
                    .map(this::text)
                    .collect(Collectors.joining(value.path("Fn::Join").path(0).asText()));
        }
        return value.toString();
    }

    List<String> texts(JsonNode values) {
        return values.isArray()
                ? StreamSupport.stream(values.spliterator(), false)
                        .map(this::text)
                        .toList()
                : List.of(text(values));
    }

    private String reference(String id) {
        if (id.startsWith("AWS::")) {
            return "<" + id + ">";
        }
        JsonNode parameter = json.path("Parameters").path(id);
        return parameter.isMissingNode() ? name(id) : parameter.path("Default").asText();
    }

    private String name(String id) {
        JsonNode properties = json.path("Resources").path(id).path("Properties");
        return NAMES.stream()
                .map(properties::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse(id);
    }
}
