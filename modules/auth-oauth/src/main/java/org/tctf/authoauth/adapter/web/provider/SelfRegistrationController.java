package org.tctf.authoauth.adapter.web.provider;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ProtectedResourceRequest;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.client.ClientDeleteRequest;
import com.nimbusds.oauth2.sdk.client.ClientReadRequest;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientInformation;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientInformationResponse;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientRegistrationRequest;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientUpdateRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.annotation.security.PermitAll;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.provider.ChangeSelf;
import org.tctf.authoauth.application.provider.RemoveSelf;
import org.tctf.authoauth.application.provider.SelfManagement;
import org.tctf.authoauth.application.provider.SelfRegistration;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.MaxBody;
import org.tctf.kernel.web.ProtocolRoute;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.kernel.web.RateLimit;

/** Applications that register themselves (RFC 7591), and look after themselves then (RFC 7592). */
@Controller(SelfRegistrationController.PATH)
@PermitAll
@ProtocolRoute
class SelfRegistrationController {
    static final String PATH = "/oauth/register";

    private static final int ROOM_FOR_ADDRESSES = 64 * 1024;

    private final SelfRegistration register;
    private final SelfManagement self;
    private final ChangeSelf change;
    private final RemoveSelf remove;
    private final PublicUrl url;

    SelfRegistrationController(
            SelfRegistration register, SelfManagement self, ChangeSelf change, RemoveSelf remove, PublicUrl url) {
        this.register = register;
        this.self = self;
        this.change = change;
        this.remove = remove;
        this.url = url;
    }

    /**
     * Registers the application that calls, by an administrator's initial access token in the Authorization header. Its
     * secret and its registration access token are in this answer and nowhere else.
     */
    @Post
    @Status(HttpStatus.CREATED)
    @MaxBody(ROOM_FOR_ADDRESSES)
    @RateLimit(value = 60, per = "PT1H", by = RateLimit.By.ADDRESS)
    @ApiResponse(
            responseCode = "201",
            description = "RFC 7591 §3.2.1: client information.",
            content = @Content(schema = @Schema(type = "object")))
    HttpResponse<String> register(HttpRequest<?> http, @Body Map<String, Object> metadata) {
        return answered(() -> {
            var request = OIDCClientRegistrationRequest.parse(wire(http, metadata));
            var done = register.register(bearer(request), DynamicMetadata.read(request.getOIDCClientMetadata()));
            return information(done.client(), done.secret(), done.managementToken(), true);
        });
    }

    /** What is registered, for the application itself, by its registration access token. */
    @Get("/{clientId}")
    @ApiResponse(
            responseCode = "200",
            description = "RFC 7592 §3: client information.",
            content = @Content(schema = @Schema(type = "object")))
    HttpResponse<String> read(HttpRequest<?> http, String clientId) {
        return answered(() -> {
            String token = bearer(ClientReadRequest.parse(Wire.request(http, url, null)));
            return information(self.require(clientId, token), null, token, false);
        });
    }

    /** Replaces what the application says of itself, but for how it proves itself; it never gets more scopes. */
    @Put("/{clientId}")
    @MaxBody(ROOM_FOR_ADDRESSES)
    @ApiResponse(
            responseCode = "200",
            description = "RFC 7592 §3: client information.",
            content = @Content(schema = @Schema(type = "object")))
    HttpResponse<String> change(HttpRequest<?> http, String clientId, @Body Map<String, Object> metadata) {
        return answered(() -> {
            var request = OIDCClientUpdateRequest.parse(wire(http, metadata));
            if (!request.getClientID().getValue().equals(clientId)) {
                throw Refusal.of("invalid_client_metadata", "The client_id is not the one of this address.");
            }
            String token = bearer(request);
            Client changed = change.change(clientId, token, DynamicMetadata.read(request.getOIDCClientMetadata()));
            return information(changed, null, token, false);
        });
    }

    /** Takes the application out: nothing that it holds is good any more. */
    @Delete("/{clientId}")
    @Status(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "204", description = "RFC 7592 §2.3.")
    HttpResponse<String> remove(HttpRequest<?> http, String clientId) {
        return answered(() -> {
            remove.remove(clientId, bearer(ClientDeleteRequest.parse(Wire.request(http, url, null))));
            return Wire.guarded(HttpResponse.noContent());
        });
    }

    private interface Step {
        HttpResponse<String> take() throws ParseException;
    }

    private static HttpResponse<String> answered(Step step) {
        try {
            return step.take();
        } catch (ParseException unreadable) {
            return refused(Wire.error(unreadable));
        } catch (Refusal refusal) {
            return refused(Wire.error(refusal));
        } catch (Problem fixed) {
            return refused(new ErrorObject("invalid_client_metadata", fixed.detail(), 400));
        }
    }

    private static HttpResponse<String> refused(ErrorObject error) {
        return Wire.answer(new ClientRegistrationErrorResponse(error).toHTTPResponse());
    }

    private HTTPRequest wire(HttpRequest<?> http, Map<String, Object> metadata) {
        return Wire.request(http, url, JSONObjectUtils.toJSONString(metadata));
    }

    private static String bearer(ProtectedResourceRequest request) {
        if (request.getAccessToken() == null) {
            throw Refusal.of("invalid_token", "Send the token in the Authorization header.");
        }
        return request.getAccessToken().getValue();
    }

    private HttpResponse<String> information(
            Client client, @Nullable String secret, String managementToken, boolean isNew) {
        OIDCClientInformation information = new OIDCClientInformation(
                new ClientID(client.id()),
                Date.from(client.registeredAt()),
                DynamicMetadata.write(client.metadata()),
                secret == null ? null : new Secret(secret),
                url.at(PATH + "/" + client.id()),
                new BearerAccessToken(managementToken));
        return Wire.answer(new OIDCClientInformationResponse(information, isNew).toHTTPResponse());
    }
}
