package org.tctf.authadmin.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import java.time.Duration;
import org.tctf.authadmin.application.CreateKey;
import org.tctf.authadmin.application.ListKeys;
import org.tctf.authadmin.application.RevokeKey;
import org.tctf.authadmin.application.RotateKey;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.web.RateLimit;

@Controller("/v1/admin/api-keys")
@RolesAllowed("ADMIN")
class ApiKeyController {
    private final CreateKey createKey;
    private final RotateKey rotateKey;
    private final RevokeKey revokeKey;
    private final ListKeys listKeys;

    ApiKeyController(CreateKey createKey, RotateKey rotateKey, RevokeKey revokeKey, ListKeys listKeys) {
        this.createKey = createKey;
        this.rotateKey = rotateKey;
        this.revokeKey = revokeKey;
        this.listKeys = listKeys;
    }

    /** Makes a service account with a key, which is shown this once. Needs a recent proof. */
    @Post
    @Status(HttpStatus.CREATED)
    @RateLimit(value = 20, per = "PT1M")
    ApiKeyView create(Principal caller, @Valid @Body ApiKeyForm form) {
        return ApiKeyView.of(createKey.create(caller, form.name(), form.scopes(), Duration.ofDays(form.days())));
    }

    /** Lists the keys that are good, newest first: at most 500, so always on one page. */
    @Get
    Page<ApiKeyView> keys() {
        return new Page<>(listKeys.living().stream().map(ApiKeyView::of).toList(), null);
    }

    /** Ends a key, everywhere within ten seconds. Needs a recent proof. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @RateLimit(value = 20, per = "PT1M")
    void revoke(Principal caller, String id) {
        revokeKey.revoke(caller, id);
    }

    /** Gives a service account another key, which is shown this once; the old one is good for the overlap. Needs a recent proof. */
    @Post("/{id}/rotate")
    @Status(HttpStatus.CREATED)
    @RateLimit(value = 20, per = "PT1M")
    ApiKeyView rotate(Principal caller, String id, @Valid @Body RotationForm form) {
        return ApiKeyView.of(
                rotateKey.rotate(caller, id, Duration.ofHours(form.overlapHours()), Duration.ofDays(form.days())));
    }
}
