package org.tctf.app.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.service.Publication;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;

/**
 * The AsyncAPI 3.0 document of a service: a channel per type of fact, a send operation per publication, a receive
 * operation per queue, and the WebSocket if there is one. Payload schemas are the publishers' own.
 */
public final class AsyncApiDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<ServiceDefinition> all;
    private final JsonEventSchemas schemas;

    /** @param all the services whose facts may be consumed */
    public AsyncApiDocument(List<ServiceDefinition> all, JsonEventSchemas schemas) {
        this.all = List.copyOf(all);
        this.schemas = schemas;
    }

    public ObjectNode of(ServiceDefinition service) {
        ObjectNode document = JSON.objectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", service.name())
                .put("version", "1.0.0")
                .put("description", service.summary());
        document.put("defaultContentType", "application/cloudevents+json");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode messages = document.putObject("components").putObject("messages");
        for (Publication publication : service.publications()) {
            addMessage(channels, messages, publication);
            operation(operations, "publish-" + name(publication), "send", publication.type())
                    .putArray("messages")
                    .add(reference("#/channels/%s/messages/v%d", publication.type(), publication.version()));
        }
        for (Subscription subscription : service.subscriptions()) {
            if (!subscription.isCommand()) {
                subscription.types().forEach(type -> receive(channels, operations, messages, subscription, type));
            }
        }
        if (service.socket() != null) {
            SocketChannel.describe(service, document);
        }
        return document;
    }

    private void receive(
            ObjectNode channels, ObjectNode operations, ObjectNode messages, Subscription subscription, String type) {
        List<Publication> published = publications(type);
        if (published.isEmpty()) {
            channel(channels, type);
        }
        published.forEach(publication -> addMessage(channels, messages, publication));
        operation(operations, name(subscription, type), "receive", type)
                .put(
                        "summary",
                        "Up to %d deliveries of at most %d s each, then the dead-letter queue."
                                .formatted(
                                        subscription.maxReceives(),
                                        subscription.timeout().toSeconds()));
    }

    private List<Publication> publications(String type) {
        return all.stream()
                .flatMap(service -> service.publications().stream())
                .filter(publication -> publication.type().equals(type))
                .toList();
    }

    private void addMessage(ObjectNode channels, ObjectNode messages, Publication publication) {
        channel(channels, publication.type())
                .withObject("/messages")
                .set("v" + publication.version(), reference("#/components/messages/%s", name(publication)));
        Optional<JsonNode> schema = schemas.schema(publication.type(), publication.version());
        ObjectNode message = JSON.objectNode().put("name", name(publication)).put("title", publication.type());
        schema.map(found -> found.path("description").asText()).ifPresent(text -> message.put("summary", text));
        schema.ifPresent(found -> message.putObject("payload")
                .put("schemaFormat", "application/schema+json;version=draft-2020-12")
                .set("schema", found));
        messages.set(name(publication), message);
    }

    private static ObjectNode channel(ObjectNode channels, String type) {
        String address = type.equals(Subscription.EVERY) ? "every-fact" : type;
        ObjectNode channel = channels.withObject("/" + address);
        return channel.put("address", address);
    }

    private static ObjectNode operation(ObjectNode operations, String name, String action, String type) {
        String address = type.equals(Subscription.EVERY) ? "every-fact" : type;
        ObjectNode operation = operations.putObject(name).put("action", action);
        operation.set("channel", reference("#/channels/%s", address));
        return operation;
    }

    private static ObjectNode reference(String pointer, Object... values) {
        return JSON.objectNode().put("$ref", pointer.formatted(values));
    }

    /** An operation has one channel; a queue that several facts lead into has an operation for each. */
    private static String name(Subscription subscription, String type) {
        return subscription.types().size() == 1 ? subscription.queue() : subscription.queue() + "-" + type;
    }

    private static String name(Publication publication) {
        return "%s.v%d".formatted(publication.type(), publication.version());
    }
}
