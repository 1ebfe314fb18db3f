package org.tctf.authoauth.adapter.web.provider;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ClaimRequirement;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSetRequest;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.provider.IdTokens;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.authoauth.domain.provider.Scopes;
import org.tctf.authoauth.domain.provider.SignInRequest;

/**
 * An application's request as the protocol library reads it, held against what we support. Its application and redirect URI
 * have been checked before: from here on, what is wrong is told to the application.
 */
@Singleton
class RequestReader {
    private static final String OWN = "urn:ietf:params:oauth:request_uri:";

    private final IdTokens idTokens;

    RequestReader(IdTokens idTokens) {
        this.idTokens = idTokens;
    }

    /** The address of a request that lies here (RFC 9126 §2.2). */
    static String address(String handle) {
        return OWN + handle;
    }

    /** The handle in such an address; none when it is not one of ours. */
    static @Nullable String handle(@Nullable String requestUri) {
        return requestUri != null && requestUri.startsWith(OWN) ? requestUri.substring(OWN.length()) : null;
    }

    static @Nullable String single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : null;
    }

    /** The languages that the application wants the pages in, best first (OpenID Connect Core §3.1.2.1). */
    static List<String> locales(Map<String, List<String>> parameters) {
        String asked = single(parameters, "ui_locales");
        return asked == null || asked.isBlank()
                ? List.of()
                : List.of(asked.strip().split(" +"));
    }

    /** How the answer travels, also the answer that the rest of the request is wrong. */
    static ResponseMode mode(Map<String, List<String>> parameters) {
        return "form_post".equals(single(parameters, "response_mode")) ? ResponseMode.FORM_POST : ResponseMode.QUERY;
    }

    /** @throws Refusal as the application is to be told it */
    SignInRequest read(Client client, Map<String, List<String>> parameters) {
        if (parameters.containsKey("request")) {
            throw Refusal.of("request_not_supported", "Request objects are not supported; push the request instead.");
        }
        if (parameters.containsKey("request_uri")) {
            throw Refusal.of("request_uri_not_supported", "Only request URIs from the PAR endpoint are supported.");
        }
        try {
            String scope = single(parameters, "scope");
            boolean isOpenId = scope != null && Scope.parse(scope).contains(Scopes.OPENID);
            return isOpenId
                    ? read(client, AuthenticationRequest.parse(parameters), locales(parameters))
                    : read(client, AuthorizationRequest.parse(parameters), locales(parameters));
        } catch (ParseException unreadable) {
            ErrorObject error = Wire.error(unreadable);
            throw Refusal.of(
                    error.getCode(),
                    error.getDescription() == null ? "The request could not be read." : error.getDescription());
        }
    }

    private SignInRequest read(Client client, AuthorizationRequest request, List<String> locales) {
        require(ResponseType.CODE.equals(request.getResponseType()), OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
        ResponseMode mode = request.getResponseMode();
        if (mode != null && !Set.of(ResponseMode.QUERY, ResponseMode.FORM_POST).contains(mode)) {
            throw Refusal.of("invalid_request", "Use the response_mode query or form_post.");
        }
        boolean hasChallenge = request.getCodeChallenge() != null;
        if (hasChallenge && !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())) {
            throw Refusal.of("invalid_request", "Use the code_challenge_method S256.");
        }
        if (!hasChallenge && !client.metadata().pkceOptional()) {
            throw Refusal.of("invalid_request", "A code_challenge is needed: use PKCE.");
        }
        List<String> scopes = Scopes.known(
                request.getScope() == null ? List.of() : request.getScope().toStringList());
        require(!scopes.isEmpty(), OAuth2Error.INVALID_SCOPE);
        AuthenticationRequest openId = request instanceof AuthenticationRequest authentication ? authentication : null;
        OIDCClaimsRequest claims = openId == null ? null : openId.getOIDCClaims();
        SignInRequest read = new SignInRequest(
                client.id(),
                request.getRedirectionURI().toString(),
                scopes,
                ResponseMode.FORM_POST.equals(mode)
                        ? SignInRequest.ResponseMode.FORM_POST
                        : SignInRequest.ResponseMode.QUERY,
                request.getState() == null ? null : request.getState().getValue(),
                openId == null || openId.getNonce() == null
                        ? null
                        : openId.getNonce().getValue(),
                hasChallenge ? request.getCodeChallenge().getValue() : null,
                prompts(request.getPrompt()),
                openId == null || openId.getMaxAge() < 0 ? null : openId.getMaxAge(),
                openId == null ? null : openId.getLoginHint(),
                openId == null ? null : expectedMember(openId),
                claims == null ? List.of() : essentialAcrs(claims.getIDTokenClaimsRequest()),
                claims == null ? List.of() : names(claims.getIDTokenClaimsRequest()),
                claims == null ? List.of() : names(claims.getUserInfoClaimsRequest()),
                locales);
        if (!client.metadata().scopes().containsAll(read.consentScopes())) {
            throw Refusal.of("invalid_scope", "This application is registered for fewer scopes; ask its owner.");
        }
        return read;
    }

    private @Nullable String expectedMember(AuthenticationRequest request) {
        if (request.getIDTokenHint() == null) {
            return null;
        }
        return idTokens.read(request.getIDTokenHint().getParsedString())
                .map(IdTokens.Hint::userId)
                .orElseThrow(() -> Refusal.of("invalid_request", "The id_token_hint is not an id token of ours."));
    }

    private static Set<SignInRequest.Prompt> prompts(@Nullable Prompt asked) {
        Set<SignInRequest.Prompt> prompts = EnumSet.noneOf(SignInRequest.Prompt.class);
        if (asked != null) {
            for (Prompt.Type type : asked) {
                switch (type) {
                    case NONE -> prompts.add(SignInRequest.Prompt.NONE);
                    case LOGIN, CREATE -> prompts.add(SignInRequest.Prompt.LOGIN);
                    case CONSENT -> prompts.add(SignInRequest.Prompt.CONSENT);
                    case SELECT_ACCOUNT -> prompts.add(SignInRequest.Prompt.SELECT_ACCOUNT);
                }
            }
        }
        return prompts;
    }

    private static List<String> names(@Nullable ClaimsSetRequest claims) {
        return claims == null
                ? List.of()
                : entries(claims).map(ClaimsSetRequest.Entry::getClaimName).toList();
    }

    /** OpenID Connect Core §5.5.1.1: who must be proven in a certain way. */
    private static List<String> essentialAcrs(@Nullable ClaimsSetRequest claims) {
        return claims == null
                ? List.of()
                : entries(claims)
                        .filter(entry -> entry.getClaimName().equals("acr"))
                        .filter(entry -> entry.getClaimRequirement() == ClaimRequirement.ESSENTIAL)
                        .flatMap(entry -> entry.getValueAsString() == null
                                ? values(entry.getValuesAsListOfStrings())
                                : Stream.of(entry.getValueAsString()))
                        .toList();
    }

    private static Stream<String> values(@Nullable List<String> values) {
        return values == null ? Stream.empty() : values.stream();
    }

    private static Stream<ClaimsSetRequest.Entry> entries(ClaimsSetRequest claims) {
        Collection<ClaimsSetRequest.Entry> entries = claims.getEntries();
        return entries.stream();
    }

    private static void require(boolean holds, ErrorObject otherwise) {
        if (!holds) {
            throw Refusal.of(otherwise.getCode(), otherwise.getDescription());
        }
    }
}
