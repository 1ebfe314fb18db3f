package org.tctf.lambda;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.tctf.blueprint.Stage;
import org.tctf.blueprint.Variable;

/** What a function's environment says. The stack sets it from the same {@link Variable}s. */
record Surroundings(Map<String, String> environment) {

    Surroundings {
        environment = Map.copyOf(environment);
    }

    Stage stage() {
        return new Stage(value(Variable.TCTF_STAGE));
    }

    /** Where the function runs; Lambda sets it. */
    String region() {
        return environment.getOrDefault("AWS_REGION", "eu-west-1");
    }

    /** Whether this process is, or will be, restored from a snapshot; Lambda says so. */
    boolean isSnapshot() {
        return "snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"));
    }

    URI publicUrl() {
        return URI.create(value(Variable.TCTF_PUBLIC_URL));
    }

    /** @throws IllegalStateException when it is not set: the stack and the definition disagree */
    String value(Variable variable) {
        return optional(variable)
                .orElseThrow(() -> new IllegalStateException(
                        "the function's environment has no %s; deploy the service's stack again".formatted(variable)));
    }

    Optional<String> optional(Variable variable) {
        return Optional.ofNullable(environment.get(variable.name())).filter(value -> !value.isBlank());
    }
}
