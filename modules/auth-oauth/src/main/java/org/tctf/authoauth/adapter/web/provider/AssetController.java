package org.tctf.authoauth.adapter.web.provider;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tctf.kernel.Problem;

/** What the pages load. */
@Controller("/oauth/assets")
@PermitAll
class AssetController {
    private static final Map<String, String> TYPES = Map.of(
            "pages.css", "text/css",
            "sign-in.js", "text/javascript",
            "form-post.js", "text/javascript");

    /**
     * A style sheet or script of the pages.
     *
     * @param name as the page names it
     */
    @Get("/{name}")
    @Produces({"text/css", "text/javascript"})
    @ApiResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = "text/css", schema = @Schema(type = "string")))
    HttpResponse<String> asset(String name) throws IOException {
        String type = TYPES.get(name);
        if (type == null) {
            throw Problem.notFound("ASSET_NOT_FOUND", "The pages have no file '%.40s'.".formatted(name));
        }
        try (InputStream file = AssetController.class.getResourceAsStream("/org/tctf/authoauth/pages/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing in the package of auth-oauth");
            }
            return HttpResponse.ok(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .header("Content-Type", type + "; charset=utf-8")
                    .header("Cache-Control", "public, max-age=300");
        }
    }
}
