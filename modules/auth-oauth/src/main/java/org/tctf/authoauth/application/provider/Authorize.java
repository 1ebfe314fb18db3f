package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Consent;
import org.tctf.authoauth.domain.provider.RedirectUri;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.authoauth.domain.provider.SignInRequest;
import org.tctf.authoauth.domain.provider.SignInRequest.Prompt;

/**
 * What comes of an application's request (OpenID Connect Core §3.1.2): a code at once, where its member is signed in well
 * enough and has agreed before; else one of our pages.
 */
@Singleton
public class Authorize {

    /** What is to happen next. */
    public sealed interface Outcome {}

    /** The member has to prove who they are. */
    public record SignInNeeded(Client client) implements Outcome {}

    /** The member has to say whether they agree. */
    public record ConsentNeeded(Client client, RedirectUri redirectUri, Visitor visitor, List<String> scopes)
            implements Outcome {}

    /** The application gets its code. */
    public record Agreed(String code) implements Outcome {}

    private final FindClient clients;
    private final FindVisitor visitors;
    private final Consents consents;
    private final IssueCode issueCode;
    private final InstantSource clock;

    public Authorize(
            FindClient clients, FindVisitor visitors, Consents consents, IssueCode issueCode, InstantSource clock) {
        this.clients = clients;
        this.visitors = visitors;
        this.consents = consents;
        this.issueCode = issueCode;
        this.clock = clock;
    }

    /**
     * @param since when its member came to our pages with it; absent when they have just come
     * @param browser the secret of the member's browser
     * @param agreed whether its member has just agreed to all of it
     * @throws Refusal {@code login_required}, {@code consent_required}, {@code unmet_authentication_requirements}
     */
    public Outcome decide(SignInRequest request, @Nullable Instant since, @Nullable String browser, boolean agreed) {
        Client client = clients.by(request.clientId());
        RedirectUri redirectUri = client.requireRedirectUri(request.redirectUri());
        Visitor visitor = visitors.by(browser).orElse(null);
        if (visitor == null || !isEnough(request, since, visitor)) {
            if (request.is(Prompt.NONE)) {
                throw Refusal.of("login_required", "The member has to sign in, which prompt=none does not allow.");
            }
            return new SignInNeeded(client);
        }
        List<String> scopes = request.consentScopes();
        if (agreed) {
            consents.decide(
                    visitor.userId(),
                    client.id(),
                    before -> before.map(known -> known.extend(client, scopes, clock.instant()))
                            .orElseGet(() -> Consent.first(visitor.userId(), client, scopes, clock.instant())));
        } else if (mustAsk(request, client, redirectUri, visitor, scopes)) {
            if (request.is(Prompt.NONE)) {
                throw Refusal.of("consent_required", "The member has to agree, which prompt=none does not allow.");
            }
            return new ConsentNeeded(client, redirectUri, visitor, scopes);
        }
        return new Agreed(issueCode.issue(request, visitor));
    }

    /** Whether the visitor's sign-in does for this request. */
    private boolean isEnough(SignInRequest request, @Nullable Instant since, Visitor visitor) {
        Instant provedAt = visitor.session().provedAt();
        boolean isFresh = since != null && !provedAt.isBefore(since);
        if ((request.is(Prompt.LOGIN) || request.is(Prompt.SELECT_ACCOUNT)) && !isFresh) {
            return false;
        }
        Integer maxAge = request.maxAge();
        if (maxAge != null
                && !isFresh
                && provedAt.plus(Duration.ofSeconds(maxAge)).isBefore(clock.instant())) {
            return false;
        }
        if (request.expectedMember() != null && !request.expectedMember().equals(visitor.userId())) {
            return orRefuse(isFresh, "login_required", "Somebody else has signed in than the id token names.");
        }
        if (!request.essentialAcrs().isEmpty() && !meets(request.essentialAcrs(), visitor)) {
            return orRefuse(
                    isFresh,
                    "unmet_authentication_requirements",
                    "The member has not proved themselves in a way that was asked for.");
        }
        return true;
    }

    /** Two factors are also one. */
    private static boolean meets(List<String> acrs, Visitor visitor) {
        String acr = visitor.authentication().acr();
        return acrs.contains(acr) || (acr.equals("2") && acrs.contains("1"));
    }

    /** Who has tried once and is still not what was asked for would only be sent round in circles. */
    private static boolean orRefuse(boolean hasTried, String error, String description) {
        if (hasTried) {
            throw Refusal.of(error, description);
        }
        return false;
    }

    private boolean mustAsk(
            SignInRequest request, Client client, RedirectUri redirectUri, Visitor visitor, List<String> scopes) {
        Optional<Consent> known = consents.find(visitor.userId(), client.id());
        return request.is(Prompt.CONSENT)
                || !client.isAssuredAt(redirectUri)
                || known.filter(consent -> consent.covers(scopes)).isEmpty();
    }
}
