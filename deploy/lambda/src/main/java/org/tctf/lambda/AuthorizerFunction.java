package org.tctf.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.TokenVerifier;
import org.tctf.kernel.Problem;

/**
 * Keeps forged tokens away from the service (API Gateway Developer Guide, "Use API Gateway Lambda authorizers"). It lets
 * nobody do anything by itself: whoever passes is proven again by the pipeline, which alone knows routes and roles. So a
 * token that has merely expired passes too, and gets the pipeline's answer.
 *
 * <p>A bad token is a Deny, not an error of the function: nobody may ring our alarms by sending rubbish.
 */
public final class AuthorizerFunction extends ServiceFunction {
    private static final String SCHEME = "Bearer ";

    private final TokenVerifier tokens;

    public AuthorizerFunction() {
        this(Container.ofProcess());
    }

    AuthorizerFunction(Container container) {
        super(container);
        tokens = beans().getBean(TokenVerifier.class);
    }

    @Override
    JsonNode answer(JsonNode event, Deadline deadline) {
        String header = event.path("authorizationToken").asText();
        boolean isBearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String caller = isBearer ? caller(header.substring(SCHEME.length()).strip()) : null;
        return policy(caller, event.path("methodArn").asText());
    }

    @Override
    void prime() {
        caller(Priming.token());
    }

    /** Whose token it is or was; none when it is nobody's. */
    private @Nullable String caller(String token) {
        try {
            return tokens.verify(token).memberId();
        } catch (Problem bad) {
            return bad.code().equals("TOKEN_EXPIRED") ? "expired" : null;
        }
    }

    /** The gateway keeps it for the token, so it speaks of all methods of this stage of this API. */
    private static ObjectNode policy(@Nullable String caller, String methodArn) {
        String[] parts = methodArn.split("/", 3);
        ObjectNode policy = Json.MAPPER.createObjectNode().put("principalId", caller == null ? "nobody" : caller);
        policy.putObject("policyDocument")
                .put("Version", "2012-10-17")
                .putArray("Statement")
                .addObject()
                .put("Action", "execute-api:Invoke")
                .put("Effect", caller == null ? "Deny" : "Allow")
                .put("Resource", parts.length < 2 ? methodArn : parts[0] + "/" + parts[1] + "/*");
        return policy;
    }
}
