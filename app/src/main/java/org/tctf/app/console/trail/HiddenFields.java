package org.tctf.app.console.trail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tctf.json.JacksonCodec;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Failure;
import org.tctf.kernel.service.Publication;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;

/**
 * Takes secrets out of payloads before they reach the console's disk: fields that a fact's schema marks {@code
 * "writeOnly": true}, and {@link Encrypted} components of a command, which has no schema. A payload of which neither is
 * known is not kept at all.
 */
public final class HiddenFields {
    /** What stands where a secret was. */
    public static final String HIDDEN = "•••";

    private static final String ALL_HIDDEN = "\"" + HIDDEN + "\"";

    private final JacksonCodec codec;
    private final JsonEventSchemas schemas;
    private final Map<String, Set<String>> ofCommands;

    public HiddenFields(JacksonCodec codec, JsonEventSchemas schemas, List<ServiceDefinition> services) {
        this.codec = codec;
        this.schemas = schemas;
        this.ofCommands = services.stream()
                .flatMap(service -> service.subscriptions().stream())
                .filter(Subscription::isCommand)
                .flatMap(queue -> queue.records().values().stream())
                .collect(Collectors.toMap(Publication::typeOf, HiddenFields::encrypted, (one, other) -> one));
    }

    /** The event's data as it may be shown, as JSON. */
    public String shown(Envelope envelope) {
        Set<String> ofCommand = ofCommands.get(envelope.type());
        if (ofCommand != null) {
            return without(ofCommand, envelope.data());
        }
        if (schemas.schema(envelope.type(), envelope.version()).isEmpty()) {
            return ALL_HIDDEN;
        }
        return schemas.secretFields(envelope.type(), envelope.version()).isEmpty()
                ? envelope.data()
                : schemas.shown(envelope).toString();
    }

    /** What went wrong, without the values of the event's data. */
    String shown(Throwable error, Envelope envelope) {
        return Failure.describe(error, envelope, codec);
    }

    private String without(Set<String> fields, String data) {
        try {
            ObjectNode object = codec.fromJson(data, ObjectNode.class);
            fields.stream().filter(object::has).forEach(field -> object.put(field, HIDDEN));
            return object.toString();
        } catch (IllegalArgumentException notAnObject) {
            return ALL_HIDDEN;
        }
    }

    private static Set<String> encrypted(Class<?> command) {
        return Arrays.stream(command.getRecordComponents())
                .filter(component -> component.getType() == Encrypted.class)
                .map(component -> component.getName())
                .collect(Collectors.toUnmodifiableSet());
    }
}
