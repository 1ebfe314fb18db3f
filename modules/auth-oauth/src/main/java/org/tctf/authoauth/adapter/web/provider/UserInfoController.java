package org.tctf.authoauth.adapter.web.provider;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.openid.connect.sdk.UserInfoErrorResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.provider.ReadClaims;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.kernel.web.ProtocolRoute;
import org.tctf.kernel.web.PublicUrl;

/** The userinfo endpoint (OpenID Connect Core §5.3): the one API that applications' access tokens are for. */
@Controller("/oauth/userinfo")
@PermitAll
@ProtocolRoute
class UserInfoController {
    private final ReadClaims readClaims;
    private final PublicUrl url;

    UserInfoController(ReadClaims readClaims, PublicUrl url) {
        this.readClaims = readClaims;
        this.url = url;
    }

    /** What the application may know of the member, by the access token in the Authorization header. */
    @Get
    @Produces(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "200",
            description = "OpenID Connect Core §5.3.2.",
            content = @Content(schema = @Schema(type = "object")))
    HttpResponse<String> userInfo(HttpRequest<?> http) {
        return answer(http, null);
    }

    /** The same, by the access token in the Authorization header or the form. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "200",
            description = "OpenID Connect Core §5.3.2.",
            content = @Content(schema = @Schema(type = "object")))
    HttpResponse<String> userInfoByForm(HttpRequest<?> http, @Nullable @Body String form) {
        return answer(http, form);
    }

    private HttpResponse<String> answer(HttpRequest<?> http, @Nullable String form) {
        try {
            UserInfoRequest request = UserInfoRequest.parse(Wire.request(http, url, form));
            String claims = JSONObjectUtils.toJSONString(
                    readClaims.by(request.getAccessToken().getValue()));
            return Wire.guarded(HttpResponse.ok(claims).contentType(MediaType.APPLICATION_JSON_TYPE));
        } catch (ParseException unreadable) {
            ErrorObject error = unreadable.getErrorObject();
            return refused(error instanceof BearerTokenError known ? known : BearerTokenError.INVALID_REQUEST);
        } catch (Refusal refusal) {
            return refused(
                    refusal.error().equals("insufficient_scope")
                            ? BearerTokenError.INSUFFICIENT_SCOPE
                            : BearerTokenError.INVALID_TOKEN);
        }
    }

    private static HttpResponse<String> refused(BearerTokenError error) {
        return Wire.answer(new UserInfoErrorResponse(error).toHTTPResponse());
    }
}
