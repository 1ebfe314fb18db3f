package org.tctf.cdk;

import java.util.Map;
import java.util.TreeMap;

/**
 * How the CDK behaves where its versions differ. All that this version recommends are on, in the code and not in {@code
 * cdk.json}: that file is read by the CDK's command line only, and then tests, plain Java and the command line would make
 * three different templates. Changing one later replaces Lambda versions.
 */
final class FeatureFlags {
    private static final String RECOMMENDED = "feature-flags.json";

    private FeatureFlags() {}

    static Map<String, Object> all() {
        Map<String, Object> flags = new TreeMap<>(Json.object(Json.resource(FeatureFlags.class, RECOMMENDED)));
        // What CloudFormation would refuse, or would only complain of at deployment, ends the synthesis.
        flags.put("@aws-cdk/core:validateAgainstDefaultRules", true);
        flags.put("@aws-cdk/core:validationReportPrettyPrint", false);
        // What would be written beside the templates and read by nobody.
        flags.put("@aws-cdk/core:enableAdditionalMetadataCollection", false);
        flags.put("aws:cdk:disable-path-metadata", true);
        flags.put("aws:cdk:disable-stack-trace", true);
        return flags;
    }
}
