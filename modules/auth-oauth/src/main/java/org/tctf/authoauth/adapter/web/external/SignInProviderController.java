package org.tctf.authoauth.adapter.web.external;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import org.tctf.authoauth.application.external.ConfigureProvider;
import org.tctf.authoauth.application.external.ListProviders;
import org.tctf.authoauth.application.external.RemoveProvider;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;

/** Providers that members sign in with. */
@Controller("/v1/auth/oauth/providers")
class SignInProviderController {
    private final ListProviders listProviders;
    private final ConfigureProvider configureProvider;
    private final RemoveProvider removeProvider;

    SignInProviderController(
            ListProviders listProviders, ConfigureProvider configureProvider, RemoveProvider removeProvider) {
        this.listProviders = listProviders;
        this.configureProvider = configureProvider;
        this.removeProvider = removeProvider;
    }

    /** Lists the providers that one can sign in with, by id, all on one page. */
    @Get
    @PermitAll
    Page<OfferedView> list() {
        return new Page<>(listProviders.list().stream().map(OfferedView::of).toList(), null);
    }

    /** Sets up a provider, or changes it. For admins, with a recent proof; the secret is kept encrypted and never shown. */
    @Put("/{provider}")
    ProviderView configure(Principal admin, String provider, @Valid @Body ProviderForm form) {
        return ProviderView.of(configureProvider.configure(admin, provider, form.settings()));
    }

    /** Takes out a provider; what members have linked stays. For admins, with a recent proof. */
    @Delete("/{provider}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(Principal admin, String provider) {
        removeProvider.remove(admin, provider);
    }
}
