package org.tctf.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tctf.blueprint.FunctionKind;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.localaws.FunctionProcess;

/** The functions of one packaged service, one execution environment each, started when first called. */
final class Functions implements AutoCloseable {
    private final ServiceDefinition service;
    private final Package unpacked;
    private final Map<String, String> environment;
    private final Path logs;
    private final Map<FunctionKind, FunctionProcess> processes = new EnumMap<>(FunctionKind.class);

    /** @param environment what the stack sets, and where AWS is */
    Functions(ServiceDefinition service, Package unpacked, Map<String, String> environment) {
        this.service = service;
        this.unpacked = unpacked;
        this.environment = new LinkedHashMap<>(environment);
        try {
            logs = Files.createDirectories(Path.of("target", "functions"));
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    /** @throws org.tctf.localaws.RuntimeApi.FunctionError when the function failed */
    JsonNode call(FunctionKind kind, JsonNode event) {
        return process(kind).invoke(event, kind.timeout(service));
    }

    @Override
    public void close() {
        synchronized (processes) {
            processes.values().forEach(FunctionProcess::close);
        }
    }

    private FunctionProcess process(FunctionKind kind) {
        synchronized (processes) {
            FunctionProcess known = processes.get(kind);
            if (known != null && known.isAlive()) {
                return known;
            }
            FunctionProcess fresh = new FunctionProcess(
                    unpacked.taskRoot(),
                    kind.handler(),
                    environment,
                    logs.resolve("%s-%s.log".formatted(service.name(), kind.suffix())));
            processes.put(kind, fresh);
            return fresh;
        }
    }
}
