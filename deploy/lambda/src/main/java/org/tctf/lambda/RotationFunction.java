package org.tctf.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import org.tctf.kms.SecretRotation;

/** The steps in which Secrets Manager replaces a secret of the service. */
public final class RotationFunction extends ServiceFunction {
    private final SecretRotation rotation;

    public RotationFunction() {
        this(Container.ofProcess());
    }

    RotationFunction(Container container) {
        super(container);
        rotation = beans().getBean(SecretRotation.class);
    }

    @Override
    JsonNode answer(JsonNode event, Deadline deadline) {
        rotation.run(
                event.path("Step").asText(),
                event.path("SecretId").asText(),
                event.path("ClientRequestToken").asText());
        return Json.MAPPER.createObjectNode();
    }

    /** Nobody waits for a rotation. */
    @Override
    void prime() {}
}
