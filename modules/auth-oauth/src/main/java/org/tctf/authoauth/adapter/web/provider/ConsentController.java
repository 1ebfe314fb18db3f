package org.tctf.authoauth.adapter.web.provider;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import jakarta.validation.Valid;
import org.tctf.authoauth.application.provider.ListConsents;
import org.tctf.authoauth.application.provider.NarrowConsent;
import org.tctf.authoauth.application.provider.RevokeConsent;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;

/** What members let applications do. */
@Controller("/v1/oauth/consents")
class ConsentController {
    private final ListConsents listConsents;
    private final NarrowConsent narrowConsent;
    private final RevokeConsent revokeConsent;

    ConsentController(ListConsents listConsents, NarrowConsent narrowConsent, RevokeConsent revokeConsent) {
        this.listConsents = listConsents;
        this.narrowConsent = narrowConsent;
        this.revokeConsent = revokeConsent;
    }

    /** Lists the applications that the caller lets know something of them, all on one page. */
    @Get
    Page<ConsentView> list(Principal caller) {
        return new Page<>(listConsents.of(caller).stream().map(ConsentView::of).toList(), null);
    }

    /** Leaves an application some of what it may; from then on its tokens are good for that only, and for no more than before. */
    @Put("/{clientId}")
    @Status(HttpStatus.NO_CONTENT)
    void narrow(Principal caller, String clientId, @Valid @Body ConsentForm form) {
        narrowConsent.narrow(caller, clientId, form.scopes());
    }

    /** Takes back what an application may; whatever it holds is worth nothing from then on. */
    @Delete("/{clientId}")
    @Status(HttpStatus.NO_CONTENT)
    void revoke(Principal caller, String clientId) {
        revokeConsent.revoke(caller, clientId);
    }
}
