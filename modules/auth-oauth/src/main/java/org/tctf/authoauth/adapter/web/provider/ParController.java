package org.tctf.authoauth.adapter.web.provider;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.PushedAuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.PushedAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.provider.Requests;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.authoauth.domain.provider.StoredRequest;
import org.tctf.kernel.web.ProtocolRoute;
import org.tctf.kernel.web.PublicUrl;

/** Pushed authorization requests (RFC 9126): what an application asks for does not pass through the browser. */
@Controller("/oauth/par")
@PermitAll
@ProtocolRoute
class ParController {
    private final Callers callers;
    private final RequestReader reader;
    private final Requests requests;
    private final PublicUrl url;
    private final InstantSource clock;

    ParController(Callers callers, RequestReader reader, Requests requests, PublicUrl url, InstantSource clock) {
        this.callers = callers;
        this.reader = reader;
        this.requests = requests;
        this.url = url;
        this.clock = clock;
    }

    /** Leaves an authorization request here, for a request_uri that is good for one visit within 90 seconds. */
    @Post
    @Status(HttpStatus.CREATED)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "201",
            description = "RFC 9126 §2.2: request_uri and expires_in.",
            content = @Content(schema = @Schema(type = "object")))
    HttpResponse<String> push(HttpRequest<?> http, @Nullable @Body String form) {
        try {
            HTTPRequest wire = Wire.request(http, url, form);
            Map<String, List<String>> parameters = Wire.form(form);
            String id = RequestReader.single(parameters, "client_id");
            Client client = callers.prove(ClientAuthentication.parse(wire), id == null ? null : new ClientID(id));
            if (id != null && !id.equals(client.id())) {
                throw Refusal.of("invalid_request", "The client_id is not the one of the application that calls.");
            }
            String redirectUri = Objects.requireNonNullElse(RequestReader.single(parameters, "redirect_uri"), "");
            if (client.redirectUri(redirectUri).isEmpty()) {
                throw Refusal.of("invalid_request", "The redirect_uri is not registered.");
            }
            parameters.put("client_id", List.of(client.id()));
            String handle = requests.keep(StoredRequest.pushed(reader.read(client, parameters), clock.instant()));
            return Wire.answer(new PushedAuthorizationSuccessResponse(
                            URI.create(RequestReader.address(handle)), StoredRequest.PUSHED.toSeconds())
                    .toHTTPResponse());
        } catch (ParseException unreadable) {
            return Wire.answer(new PushedAuthorizationErrorResponse(Wire.error(unreadable)).toHTTPResponse());
        } catch (Refusal refusal) {
            return Wire.answer(new PushedAuthorizationErrorResponse(Wire.error(refusal)).toHTTPResponse());
        }
    }
}
