package org.tctf.cdk.construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tctf.cdk.Json;
import org.tctf.kernel.flag.Flag;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.appconfig.CfnApplication;
import software.amazon.awscdk.services.appconfig.CfnConfigurationProfile;
import software.amazon.awscdk.services.appconfig.CfnEnvironment;
import software.amazon.awscdk.services.appconfig.CfnHostedConfigurationVersion;
import software.amazon.awscdk.services.iam.CfnRole;
import software.constructs.Construct;

/**
 * Where operators turn a service's flags: AppConfig's application, with one environment, in which an alarm takes a change
 * back.
 *
 * <p>The stack writes down which flags there are and how they stand by default, as a version of the configuration, and
 * deploys none: that is the operators', and a stack that deployed its version would turn back whatever they have turned
 * (ADR 25). What nobody has deployed, and what a deployed version does not name, is as the code has it.
 */
public final class ServiceFlags extends Construct {
    /** The configuration profile. */
    private static final String PROFILE = "flags";

    private final CfnApplication application;
    private final CfnEnvironment environment;
    private final CfnConfigurationProfile profile;

    /**
     * @param name the application's
     * @param stage the environment's name
     * @param alarm name of the alarm that takes a change back. By name, since it comes of the functions, whose rights come
     *     of the environment
     */
    public ServiceFlags(Construct scope, String id, String name, String stage, String alarm, List<Flag> flags) {
        super(scope, id);
        application = CfnApplication.Builder.create(this, "Application")
                .name(name)
                .description("Flags that operators turn")
                .build();
        environment = CfnEnvironment.Builder.create(this, "Environment")
                .applicationId(application.getRef())
                .name(stage)
                .monitors(List.of(CfnEnvironment.MonitorsProperty.builder()
                        .alarmArn(Arns.here().alarm(alarm))
                        .alarmRoleArn(watcher(name).getAttrArn())
                        .build()))
                .build();
        profile = CfnConfigurationProfile.Builder.create(this, "Profile")
                .applicationId(application.getRef())
                .name(PROFILE)
                .locationUri("hosted")
                .type("AWS.AppConfig.FeatureFlags")
                .build();
        CfnHostedConfigurationVersion defaults = CfnHostedConfigurationVersion.Builder.create(this, "Defaults")
                .applicationId(application.getRef())
                .configurationProfileId(profile.getRef())
                .description("As defined; operators deploy versions of their own")
                .contentType("application/json")
                .content(Json.text(document(flags)))
                .build();
        // A version that somebody may have deployed stays, to go back to.
        defaults.applyRemovalPolicy(RemovalPolicy.RETAIN);
    }

    /** {@code application/environment/profile}, by AppConfig's ids. */
    public String ids() {
        return "%s/%s/%s".formatted(application.getRef(), environment.getRef(), profile.getRef());
    }

    /** The address of what functions read. */
    public String arn() {
        return Arns.here().flags(application.getRef(), environment.getRef(), profile.getRef());
    }

    /** As operators have to write it: which flags there are, and how each stands. */
    private static Map<String, Object> document(List<Flag> flags) {
        Map<String, Object> known = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Flag flag : flags) {
            known.put(flag.name(), Ordered.map("name", flag.name(), "description", flag.question()));
            values.put(flag.name(), Ordered.map("enabled", flag.isOnByDefault()));
        }
        return Ordered.map("version", "1", "flags", known, "values", values);
    }

    private CfnRole watcher(String name) {
        Grant watches = Grant.ofPattern(
                "Alarms",
                List.of("cloudwatch:DescribeAlarms"),
                "*",
                "CloudWatch tells of alarms made of alarms only to whoever may see all.");
        CfnRole role = CfnRole.Builder.create(this, "Role")
                .description(
                        "What AppConfig may do to see whether a change of the flags of %s does harm".formatted(name))
                .assumeRolePolicyDocument(Statements.trust("appconfig.amazonaws.com", Map.of()))
                .policies(List.of(CfnRole.PolicyProperty.builder()
                        .policyName("rights")
                        .policyDocument(Statements.document(List.of(watches.statement())))
                        .build()))
                .build();
        watches.acknowledgeOn(role);
        return role;
    }
}
