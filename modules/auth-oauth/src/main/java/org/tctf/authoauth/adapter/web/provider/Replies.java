package org.tctf.authoauth.adapter.web.provider;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.RedirectUri;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.authoauth.domain.provider.SignInRequest;
import org.tctf.kernel.web.PublicUrl;

/** What goes back to an application by its member's browser, always with our issuer in it (RFC 9207). */
@Singleton
class Replies {
    private final Issuer issuer;

    Replies(PublicUrl url) {
        issuer = new Issuer(url.base());
    }

    HttpResponse<String> agreed(Words words, SignInRequest request, String code) {
        return send(
                words,
                new AuthorizationSuccessResponse(
                        URI.create(request.redirectUri()),
                        new AuthorizationCode(code),
                        null,
                        state(request.state()),
                        issuer,
                        mode(request)));
    }

    HttpResponse<String> refused(Words words, SignInRequest request, Refusal refusal) {
        return refused(words, request.redirectUri(), request.state(), mode(request), refusal);
    }

    HttpResponse<String> refused(
            Words words, String redirectUri, @Nullable String state, ResponseMode mode, Refusal refusal) {
        return send(
                words,
                new AuthorizationErrorResponse(
                        URI.create(redirectUri), Wire.error(refusal), state(state), issuer, mode));
    }

    /** 303: whatever brought the browser here, it goes on with GET (OAuth 2.1 §7.5.2). */
    private static HttpResponse<String> send(Words words, AuthorizationResponse answer) {
        if (ResponseMode.FORM_POST.equals(answer.getResponseMode())) {
            URI action = answer.getRedirectionURI();
            return Pages.formPost(
                    words, action.toString(), new RedirectUri(action.toString()).origin(), answer.toParameters());
        }
        return Wire.guarded(HttpResponse.seeOther(answer.toURI()));
    }

    private static @Nullable State state(@Nullable String state) {
        return state == null || state.isEmpty() ? null : new State(state);
    }

    private static ResponseMode mode(SignInRequest request) {
        return switch (request.responseMode()) {
            case QUERY -> ResponseMode.QUERY;
            case FORM_POST -> ResponseMode.FORM_POST;
        };
    }
}
