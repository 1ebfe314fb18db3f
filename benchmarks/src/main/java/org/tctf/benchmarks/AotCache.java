package org.tctf.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tctf.blueprint.FunctionKind;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.localaws.FunctionProcess;
import org.tctf.testing.LocalCloud;

/**
 * {@code AotCache NAME [TASK_ROOT LAYER_ROOT]}: the training run behind {@code ./tctf aot-cache}. Starts the API function of
 * a packaged service by the layer's wrapper, asks it for whatever it answers without parameters, and leaves the cache that
 * the JDK writes at its end as {@code modules/NAME/target/NAME-aot.zip}, a layer of its own.
 *
 * <p>A cache fits one JDK and one class path, to the path and time of each jar: for Lambda it has to be made in Lambda's own
 * image, with package and layer where Lambda has them.
 */
public final class AotCache {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(29);
    private static final int ROUNDS = 20;

    private AotCache() {}

    public static void main(String[] arguments) throws IOException {
        ServiceDefinition service = Service.all().stream()
                .map(Service::definition)
                .filter(one -> arguments.length > 0 && one.name().equals(arguments[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("say the name of a service"));
        Path target = Path.of("modules", service.name(), "target").toAbsolutePath();
        System.setProperty(
                "tctf.package", target.resolve(service.name() + "-lambda.zip").toString());
        System.setProperty("tctf.layer", "deploy/lambda/target/layer");
        LocalCloud cloud = LocalCloud.with(service);
        Path taskRoot = arguments.length > 2 ? Path.of(arguments[1]) : cloud.taskRoot();
        // Unless told otherwise, package and layer lie in one folder here.
        String layerRoot = arguments.length > 2 ? arguments[2] : "/nowhere";
        Path cache = target.resolve(service.name() + ".aot");
        Files.deleteIfExists(cache);
        Map<String, String> environment = new LinkedHashMap<>(cloud.environment(false));
        environment.put("TCTF_AOT_OUTPUT", cache.toString());
        environment.put("TCTF_LAYER_ROOT", layerRoot);
        FunctionProcess process = new FunctionProcess(
                Path.of("deploy/lambda/src/main/layer/tctf-aot"),
                taskRoot,
                FunctionKind.API.handler(),
                environment,
                target.resolve("aot-training.log"));
        List<ObjectNode> requests = requests(service, cloud);
        for (int round = 0; round < ROUNDS; round++) {
            requests.forEach(request -> process.invoke(request, PATIENCE));
        }
        process.end();
        Path layer = target.resolve(service.name() + "-aot.zip");
        zip(cache, layer);
        System.out.printf(
                "%s: %d MB, after %d requests to %d routes%n",
                layer, Files.size(layer) / 1_000_000, ROUNDS * requests.size(), requests.size());
        System.exit(0);
    }

    /** One to each route without variables in its path; bodies are empty, so that nothing is written. */
    private static List<ObjectNode> requests(ServiceDefinition service, LocalCloud cloud) throws IOException {
        Principal caller = new Principal(
                "training", Set.of(Role.values()), "training", cloud.clock().instant());
        String token = "Bearer " + cloud.tokens().issue(caller);
        List<ObjectNode> requests = new ArrayList<>();
        for (URL url :
                Collections.list(AotCache.class.getClassLoader().getResources("META-INF/swagger/openapi.json"))) {
            try (InputStream in = url.openStream()) {
                JsonNode document = JSON.readTree(in);
                if (url.toString().contains(service.name())) {
                    document.path("paths")
                            .properties()
                            .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                                if (!path.getKey().contains("{")) {
                                    requests.add(request(method, path.getKey(), token));
                                }
                            }));
                }
            }
        }
        return requests;
    }

    private static ObjectNode request(String method, String path, String token) {
        ObjectNode event = JSON.createObjectNode();
        event.put("httpMethod", method.toUpperCase(Locale.ROOT))
                .put("path", path)
                .put("resource", path)
                .put("body", method.equals("get") ? null : "{}");
        ObjectNode headers = event.putObject("multiValueHeaders");
        headers.putArray("Authorization").add(token);
        headers.putArray("Content-Type").add("application/json");
        event.withObject("/requestContext/identity").put("sourceIp", "203.0.113.7");
        return event;
    }

    private static void zip(Path cache, Path layer) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(layer))) {
            zip.putNextEntry(new ZipEntry("tctf.aot"));
            Files.copy(cache, zip);
            zip.closeEntry();
        }
    }
}
