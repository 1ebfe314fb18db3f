package org.tctf.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tctf.app.ScratchPlatform;
import org.tctf.http.PublishedApi;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.web.RateLimit;

/** The services' OpenAPI documents as callers get them, those under {@code docs/generated/openapi}. */
public final class Apis {
    private final Map<String, JsonNode> documents;

    private Apis(Map<String, JsonNode> documents) {
        this.documents = documents;
    }

    /** Asks a platform that is started for it and thrown away: the routes are known nowhere else. */
    public static Apis ofAllServices() throws IOException {
        Map<String, JsonNode> documents = new TreeMap<>();
        try (ScratchPlatform scratch = ScratchPlatform.start()) {
            PublishedApi published = scratch.platform().bean(PublishedApi.class);
            for (Service service : Service.all()) {
                documents.put(service.definition().name(), published.of(service.definition()));
            }
        }
        return new Apis(documents);
    }

    public JsonNode of(ServiceDefinition service) {
        JsonNode document = documents.get(service.name());
        if (document == null) {
            throw new IllegalArgumentException("no service %s is on the class path".formatted(service.name()));
        }
        return document;
    }

    /** The paths of all routes that count by the mailed link, by method ({@link RateLimit.By#LINK}). */
    public SortedMap<String, SortedSet<String>> countedByLink() {
        SortedMap<String, SortedSet<String>> paths = new TreeMap<>();
        documents
                .values()
                .forEach(document -> document.path("paths")
                        .properties()
                        .forEach(path -> path.getValue().properties().forEach(operation -> {
                            String by =
                                    operation.getValue().at("/x-rate-limit/by").asText();
                            if (by.equals(RateLimit.By.LINK.name())) {
                                paths.computeIfAbsent(
                                                operation.getKey().toUpperCase(Locale.ROOT), method -> new TreeSet<>())
                                        .add(path.getKey());
                            }
                        })));
        return paths;
    }

    /** Whether anything can be called. */
    public boolean hasRoutes(ServiceDefinition service) {
        return !of(service).path("paths").isEmpty();
    }
}
