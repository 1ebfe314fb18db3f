package org.tctf.app.console.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP operation of a service, as its OpenAPI document describes it.
 *
 * @param id method and path: {@code POST /v1/account/signup}
 * @param body an example of the request's body; absent when it takes none
 */
public record Operation(
        String id,
        String service,
        String method,
        String path,
        String summary,
        String description,
        List<Parameter> parameters,
        @Nullable JsonNode body) {

    /**
     * A parameter of the operation.
     *
     * @param in {@code path}, {@code query} or {@code header}
     */
    public record Parameter(String name, String in, boolean isRequired, String description, String example) {}
}
