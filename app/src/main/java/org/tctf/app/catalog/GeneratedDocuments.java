package org.tctf.app.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tctf.http.PublishedApi;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;

/** All documents that come from the code, by the path that they have under {@code docs/generated}. */
public final class GeneratedDocuments {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private GeneratedDocuments() {}

    /** @param api of a platform with the services that are to be described */
    public static Map<String, String> of(PublishedApi api) {
        List<ServiceDefinition> services =
                Service.all().stream().map(Service::definition).toList();
        AsyncApiDocument asyncApi = new AsyncApiDocument(services, new JsonEventSchemas());
        Map<String, String> files = new TreeMap<>();
        files.put("catalog.md", new CatalogPage(services).markdown());
        for (ServiceDefinition service : services) {
            files.put("openapi/%s.json".formatted(service.name()), text(api.of(service)));
            files.put("asyncapi/%s.json".formatted(service.name()), text(asyncApi.of(service)));
        }
        return files;
    }

    private static String text(JsonNode document) {
        try {
            return JSON.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can always be written", impossible);
        }
    }
}
