package org.tctf.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** What API Gateway takes as a function's answer ("Output format of a Lambda function for proxy integration"). */
final class ProxyResponse {

    private ProxyResponse() {}

    static ObjectNode json(APIGatewayProxyResponseEvent response) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("statusCode", response.getStatusCode());
        ObjectNode headers = json.putObject("multiValueHeaders");
        if (response.getMultiValueHeaders() != null) {
            response.getMultiValueHeaders()
                    .forEach((name, values) -> values.forEach(headers.withArrayProperty(name)::add));
        }
        json.put("body", response.getBody());
        json.put("isBase64Encoded", Boolean.TRUE.equals(response.getIsBase64Encoded()));
        return json;
    }

    /** Said while there is still time to say something; what the handler was doing has been interrupted. */
    static ObjectNode timedOut(String path, Instant now) {
        ObjectNode problem = Json.MAPPER.createObjectNode();
        problem.put("type", "/problems/timed-out")
                .put("title", "Timed out")
                .put("status", 503)
                .put("detail", "This took too long. Send it again with the same Idempotency-Key, or read what it left.")
                .put("instance", path)
                .put("code", "TIMED_OUT")
                .put("timestamp", now.toString());
        ObjectNode json = Json.MAPPER.createObjectNode().put("statusCode", 503);
        ObjectNode headers = json.putObject("multiValueHeaders");
        headers.putArray("Content-Type").add("application/problem+json");
        headers.putArray("Retry-After").add("1");
        headers.putArray("Cache-Control").add("no-store");
        json.put("body", problem.toString()).put("isBase64Encoded", false);
        return json;
    }
}
