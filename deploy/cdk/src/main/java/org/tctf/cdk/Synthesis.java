package org.tctf.cdk;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;

/**
 * Writes the templates of a stage. It ends with an error, and no templates to deploy, when CloudFormation's schemas or
 * cdk-nag's rules find something that is not acknowledged; the report lies beside the templates.
 */
final class Synthesis {
    /** What the platform's own stack is called where a service's name may stand. */
    static final String PLATFORM = "platform";

    private final StageSettings settings;
    private final Apis apis;
    private final Artifacts artifacts;

    /**
     * A template that was written.
     *
     * @param bytes of the file, in its readable form
     */
    record Made(String stack, int resources, long bytes) {}

    Synthesis(StageSettings settings, Apis apis, Artifacts artifacts) {
        this.settings = settings;
        this.apis = apis;
        this.artifacts = artifacts;
    }

    /**
     * Makes one stack, or all.
     *
     * @param only a service's name or {@value #PLATFORM}; empty = all
     * @throws IllegalArgumentException when there is no such service
     */
    List<Made> into(Path folder, Optional<String> only) throws IOException {
        App app = app(folder);
        List<ServiceDefinition> services =
                Service.all().stream().map(Service::definition).toList();
        List<Stack> stacks = new ArrayList<>();
        if (only.isEmpty() || only.get().equals(PLATFORM)) {
            stacks.add(new PlatformStack(app, settings, services, apis));
        }
        for (ServiceDefinition service : services) {
            if (only.isEmpty() || only.get().equals(service.name())) {
                stacks.add(new ServiceStack(app, settings, service, apis.of(service), artifacts));
            }
        }
        if (stacks.isEmpty()) {
            throw new IllegalArgumentException("there is no service %s; there are %s and %s"
                    .formatted(
                            only.orElseThrow(),
                            PLATFORM,
                            services.stream().map(ServiceDefinition::name).toList()));
        }
        synthesize(app, folder);
        List<Made> made = new ArrayList<>();
        for (Stack stack : stacks) {
            Path template = folder.resolve(stack.getTemplateFile());
            made.add(new Made(
                    stack.getStackName(),
                    Json.tree(Files.readString(template)).path("Resources").size(),
                    Files.size(template)));
        }
        return made;
    }

    /** An app that writes into the folder, and knows the rules. */
    static App app(Path folder) {
        App app = new App(AppProps.builder()
                .outdir(folder.toString())
                .analyticsReporting(false)
                .treeMetadata(false)
                .context(FeatureFlags.all())
                .build());
        // The CDK sees the function alone.
        Validations.of(app)
                .acknowledge(Acknowledgment.builder()
                        .id("Annotation::@aws-cdk/aws-lambda:snapStartRequirePublish")
                        .reason("callers use the alias, and the alias a published version")
                        .build());
        Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
        return app;
    }

    /** @throws IllegalStateException when a rule is broken */
    static void synthesize(App app, Path folder) {
        try {
            app.synth();
        } catch (RuntimeException failed) {
            // The CDK has no type of its own for this; what was found it has already printed.
            if (String.valueOf(failed.getMessage()).startsWith("ValidationFailed")) {
                throw new IllegalStateException(
                        "the templates break rules, see above or %s; mend them, or acknowledge what is right, with its reason"
                                .formatted(folder.resolve("validation-report.json")),
                        failed);
            }
            throw failed;
        }
    }
}
