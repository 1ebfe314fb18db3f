package org.tctf.authcore.adapter.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.annotation.security.PermitAll;
import org.tctf.authcore.application.PublishKeys;

@Controller("/.well-known")
class KeyController {
    private final PublishKeys publishKeys;

    KeyController(PublishKeys publishKeys) {
        this.publishKeys = publishKeys;
    }

    /**
     * The public keys of our access tokens, a JWK Set (RFC 7517). Look here again when a token names a key that you don't
     * know.
     */
    @Get("/jwks.json")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @ApiResponse(
            responseCode = "200",
            description = "The keys that verify now.",
            content = @Content(schema = @Schema(implementation = KeySetView.class)))
    HttpResponse<String> keys() {
        return HttpResponse.ok(publishKeys.json()).header("Cache-Control", "public, max-age=300");
    }
}
