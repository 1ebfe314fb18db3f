package org.tctf.authoauth.adapter.web.provider;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import org.tctf.authoauth.application.provider.OpenBrowserSession;
import org.tctf.identity.Principal;
import org.tctf.kernel.web.RateLimit;

/** Signs a browser in with the session that its page has just opened. */
@Controller("/oauth/browser-session")
class BrowserSessionController {
    private final OpenBrowserSession openBrowserSession;

    BrowserSessionController(OpenBrowserSession openBrowserSession) {
        this.openBrowserSession = openBrowserSession;
    }

    /** Keeps this browser signed in with the caller's session, by a cookie that only the pages here are shown. */
    @Post
    @Status(HttpStatus.NO_CONTENT)
    @RateLimit(value = 20, per = "PT5M")
    HttpResponse<Void> open(Principal caller, HttpRequest<?> request) {
        String secret = openBrowserSession.open(caller, Browser.secret(request));
        return Browser.keep(Wire.guarded(HttpResponse.<Void>noContent()), secret);
    }
}
