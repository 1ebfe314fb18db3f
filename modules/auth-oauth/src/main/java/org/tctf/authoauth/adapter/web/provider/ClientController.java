package org.tctf.authoauth.adapter.web.provider;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.provider.ChangeClient;
import org.tctf.authoauth.application.provider.ListClients;
import org.tctf.authoauth.application.provider.OwnClients;
import org.tctf.authoauth.application.provider.RegisterClient;
import org.tctf.authoauth.application.provider.RemoveClient;
import org.tctf.authoauth.application.provider.ReplaceSecret;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.web.MaxBody;
import org.tctf.kernel.web.RateLimit;

/** Applications, for their owners. */
@Controller("/v1/oauth/clients")
class ClientController {
    private static final int ROOM_FOR_ADDRESSES = 64 * 1024;

    private final RegisterClient registerClient;
    private final ListClients listClients;
    private final OwnClients ownClients;
    private final ChangeClient changeClient;
    private final ReplaceSecret replaceSecret;
    private final RemoveClient removeClient;

    ClientController(
            RegisterClient registerClient,
            ListClients listClients,
            OwnClients ownClients,
            ChangeClient changeClient,
            ReplaceSecret replaceSecret,
            RemoveClient removeClient) {
        this.registerClient = registerClient;
        this.listClients = listClients;
        this.ownClients = ownClients;
        this.changeClient = changeClient;
        this.replaceSecret = replaceSecret;
        this.removeClient = removeClient;
    }

    /** Registers an application of the caller's; its secret is in this answer and nowhere else. Needs a recent proof. */
    @Post
    @Status(HttpStatus.CREATED)
    @MaxBody(ROOM_FOR_ADDRESSES)
    @RateLimit(value = 20, per = "PT1H")
    ClientView register(Principal caller, @Valid @Body ClientForm form) {
        return ClientView.of(registerClient.register(caller, form.metadata()));
    }

    /** Lists the caller's applications, oldest first: twenty at most, so always on one page. */
    @Get
    Page<ClientView> list(Principal caller) {
        return new Page<>(listClients.of(caller).stream().map(ClientView::of).toList(), null);
    }

    /** One of the caller's applications; staff see everybody's. */
    @Get("/{clientId}")
    ClientView get(Principal caller, String clientId) {
        return ClientView.of(ownClients.get(caller, clientId));
    }

    /** Replaces what is said of an application, but for how it proves itself. Needs a recent proof. */
    @Put("/{clientId}")
    @MaxBody(ROOM_FOR_ADDRESSES)
    ClientView change(
            Principal caller,
            String clientId,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @Body ClientForm form) {
        return ClientView.of(changeClient.change(caller, clientId, ifMatch, form.metadata()));
    }

    /** Gives an application another secret; the one before is good for 24 hours more. Needs a recent proof. */
    @Post("/{clientId}/secret")
    ClientView newSecret(Principal caller, String clientId) {
        return ClientView.of(replaceSecret.replace(caller, clientId));
    }

    /** Takes an application out: nothing that it holds is good any more. Needs a recent proof. */
    @Delete("/{clientId}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(Principal caller, String clientId) {
        removeClient.remove(caller, clientId);
    }
}
