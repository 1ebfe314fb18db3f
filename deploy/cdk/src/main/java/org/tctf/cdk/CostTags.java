package org.tctf.cdk;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tctf.blueprint.Stage;
import org.tctf.kernel.service.ServiceDefinition;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/** Whose costs these are. The account's owner switches the keys on as cost-allocation tags, once. */
final class CostTags {
    static final String STAGE = "stage";

    private CostTags() {}

    static Map<String, String> of(Stage stage, ServiceDefinition service) {
        return of(
                stage,
                service.name(),
                service.owner(),
                service.criticality().name().toLowerCase(Locale.ROOT));
    }

    static Map<String, String> of(Stage stage, String service, String owner, String criticality) {
        Map<String, String> tags = new TreeMap<>();
        tags.put("criticality", criticality);
        tags.put("owner", owner);
        tags.put("service", service);
        tags.put(STAGE, stage.name());
        return tags;
    }

    /** On everything in the stack that the CDK can tag; a table's replicas it cannot. */
    static void on(Construct stack, Map<String, String> tags) {
        tags.forEach((key, value) -> Tags.of(stack).add(key, value));
    }
}
