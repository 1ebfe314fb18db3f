package org.tctf.authoauth.adapter.web.external;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import jakarta.validation.Valid;
import org.tctf.authoauth.application.external.BeginAttempt;
import org.tctf.authoauth.application.external.LinkIdentity;
import org.tctf.authoauth.application.external.ListLinks;
import org.tctf.authoauth.application.external.ListProviders;
import org.tctf.authoauth.application.external.UnlinkIdentity;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.web.RateLimit;

/** Identities elsewhere that are ways into the caller's account. */
@Controller("/v1/auth/oauth")
class LinkController {
    private final BeginAttempt beginAttempt;
    private final LinkIdentity linkIdentity;
    private final UnlinkIdentity unlinkIdentity;
    private final ListLinks listLinks;
    private final ListProviders listProviders;

    LinkController(
            BeginAttempt beginAttempt,
            LinkIdentity linkIdentity,
            UnlinkIdentity unlinkIdentity,
            ListLinks listLinks,
            ListProviders listProviders) {
        this.beginAttempt = beginAttempt;
        this.linkIdentity = linkIdentity;
        this.unlinkIdentity = unlinkIdentity;
        this.listLinks = listLinks;
        this.listProviders = listProviders;
    }

    /** Begins to link a provider to the caller's account, as a sign-in begins. Needs a recent proof. */
    @Post("/{provider}/link")
    @RateLimit(value = 20, per = "PT5M")
    BegunView start(Principal caller, String provider, @Valid @Body StartForm form) {
        return BegunView.of(beginAttempt.begin(provider, form.redirectUri(), caller));
    }

    /** Links what the browser has brought back; in the session in which it began. What is linked already stays linked. */
    @Post("/{provider}/link/callback")
    @RateLimit(value = 20, per = "PT5M")
    LinkView link(Principal caller, String provider, @Valid @Body CallbackForm form) {
        return LinkView.of(linkIdentity.link(caller, provider, form.back()), listProviders.list());
    }

    /** Lists the providers that lead into the caller's account, oldest first: ten at most, so always on one page. */
    @Get("/links")
    Page<LinkView> list(Principal caller) {
        var providers = listProviders.list();
        return new Page<>(
                listLinks.of(caller).stream()
                        .map(link -> LinkView.of(link, providers))
                        .toList(),
                null);
    }

    /**
     * Unlinks a provider, and ends other sessions that a provider has opened. Needs a recent proof; the last way into the
     * account stays until there is a password.
     */
    @Delete("/links/{linkId}")
    @Status(HttpStatus.NO_CONTENT)
    void unlink(Principal caller, String linkId) {
        unlinkIdentity.unlink(caller, linkId);
    }
}
