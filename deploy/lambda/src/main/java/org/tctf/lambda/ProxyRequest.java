package org.tctf.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** API Gateway's event as the framework takes it (API Gateway Developer Guide, "Input format of a Lambda proxy integration"). */
final class ProxyRequest {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private ProxyRequest() {}

    static APIGatewayProxyRequestEvent of(JsonNode event) {
        APIGatewayProxyRequestEvent request = new APIGatewayProxyRequestEvent();
        request.setHttpMethod(event.path("httpMethod").asText());
        request.setPath(event.path("path").asText());
        request.setResource(event.path("resource").asText());
        request.setMultiValueQueryStringParameters(multi(event.path("multiValueQueryStringParameters")));
        Map<String, List<String>> headers = multi(event.path("multiValueHeaders"));
        // The only address that nobody but the gateway can have written.
        headers.keySet().removeIf(FORWARDED_FOR::equalsIgnoreCase);
        String address = event.at("/requestContext/identity/sourceIp").asText();
        if (!address.isEmpty()) {
            headers.put(FORWARDED_FOR, List.of(address));
        }
        request.setMultiValueHeaders(headers);
        request.setBody(event.path("body").isTextual() ? event.path("body").asText() : null);
        request.setIsBase64Encoded(event.path("isBase64Encoded").asBoolean());
        return request;
    }

    private static Map<String, List<String>> multi(JsonNode object) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        object.properties().forEach(entry -> {
            List<String> list = new ArrayList<>();
            entry.getValue().forEach(value -> list.add(value.asText()));
            values.put(entry.getKey(), list);
        });
        return values;
    }
}
