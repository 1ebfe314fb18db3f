package org.tctf.authoauth.adapter.web.provider;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Map;
import org.tctf.authoauth.application.provider.Authorize.ConsentNeeded;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.SignInRequest;
import org.tctf.kernel.Problem;

/** The pages. */
final class Pages {
    private static final String ALERTS = """
            <noscript><p class="alert">%s</p></noscript>
            <p id="alert" class="alert" role="alert" hidden></p>""";

    private Pages() {}

    /** @param elsewhere providers that send a browser back to {@code back} */
    static MutableHttpResponse<String> signIn(
            Words words, Client client, SignInRequest request, List<SignInProvider> elsewhere, String back) {
        String hint = request.loginHint() == null ? "" : Page.escaped(request.loginHint());
        return new Page(words, words.get("signIn.title"))
                .text(words.get("signIn.intro").formatted(client.metadata().name()))
                .html(ALERTS.formatted(escaped(words, "signIn.noScript")))
                .html("""
                        <form id="password-form" method="post" action="#">
                        <label for="email">%1$s</label>
                        <input id="email" name="email" type="email" autocomplete="username" required maxlength="254" value="%2$s">
                        <label for="password">%3$s</label>
                        <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="1024">
                        <button type="submit">%4$s</button>
                        </form>""".formatted(
                                escaped(words, "signIn.email"),
                                hint,
                                escaped(words, "signIn.password"),
                                escaped(words, "signIn.button")))
                .html(otherWays(words, elsewhere, back))
                .html(codeForm(words))
                .html(sentences(words))
                .script("sign-in.js")
                .answer(HttpStatus.OK);
    }

    private static String otherWays(Words words, List<SignInProvider> elsewhere, String back) {
        StringBuilder ways = new StringBuilder(
                """
                <div id="ways" data-back="%s">
                <p>%s</p>
                <button type="button" id="passkey" class="second" hidden>%s</button>
                """.formatted(Page.escaped(back), escaped(words, "signIn.or"), escaped(words, "signIn.passkey")));
        for (SignInProvider provider : elsewhere) {
            ways.append("<button type=\"button\" class=\"second\" data-provider=\"%s\">%s</button>\n"
                    .formatted(
                            Page.escaped(provider.id()),
                            Page.escaped(words.get("signIn.provider").formatted(provider.name()))));
        }
        return ways.append("</div>").toString();
    }

    /** Where a provider sends the browser back to: the script goes on, and asks for a second factor where there is one. */
    static MutableHttpResponse<String> back(Words words) {
        return new Page(words, words.get("signIn.back.title"))
                .html(ALERTS.formatted(escaped(words, "signIn.noScript")))
                .html(codeForm(words))
                .html("<p><a id=\"again\" href=\"#\" hidden>%s</a></p>".formatted(escaped(words, "signIn.again")))
                .html(sentences(words))
                .script("sign-in.js")
                .answer(HttpStatus.OK);
    }

    private static String codeForm(Words words) {
        return """
                <form id="code-form" method="post" action="#" hidden>
                <p>%s</p>
                <label for="code">%s</label>
                <input id="code" name="code" type="text" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" required maxlength="40" aria-describedby="code-hint">
                <p id="code-hint" class="hint">%s</p>
                <button type="submit">%s</button>
                <button type="button" id="mail-code" class="link">%s</button>
                <p id="code-mailed" class="hint" role="status"></p>
                <p id="code-mailed-words" hidden>%s</p>
                </form>""".formatted(
                        escaped(words, "code.intro"),
                        escaped(words, "code.label"),
                        escaped(words, "code.hint"),
                        escaped(words, "code.button"),
                        escaped(words, "code.mail"),
                        escaped(words, "code.mailed"));
    }

    /** What the script says, in the reader's language: that of a refusal stands at the code of its problem. */
    private static String sentences(Words words) {
        StringBuilder refusals = new StringBuilder();
        words.refusals()
                .forEach((code, sentence) -> refusals.append(
                        "<p data-code=\"%s\" hidden>%s</p>\n".formatted(Page.escaped(code), Page.escaped(sentence))));
        return refusals
                + """
                <p id="failed" hidden>%s</p>
                <p id="no-passkey" hidden>%s</p>
                <p id="unknown-person" hidden>%s</p>
                <p id="link-first" hidden>%s</p>
                <p id="refused-there" hidden>%s</p>""".formatted(
                                escaped(words, "signIn.failed"),
                                escaped(words, "signIn.noPasskey"),
                                escaped(words, "signIn.unknownPerson"),
                                escaped(words, "signIn.linkFirst"),
                                escaped(words, "signIn.refusedThere"));
    }

    static MutableHttpResponse<String> consent(Words words, String handle, ConsentNeeded needed) {
        Client client = needed.client();
        StringBuilder scopes = new StringBuilder("<ul>");
        for (String scope : needed.scopes()) {
            scopes.append("<li>").append(escaped(words, "scope." + scope)).append("</li>");
        }
        scopes.append("</ul>");
        String email = needed.visitor().standing().account().email().value();
        return new Page(
                        words,
                        words.get("consent.title").formatted(client.metadata().name()))
                .text(words.get("consent.who").formatted(email))
                .text(words.get("consent.intro").formatted(client.metadata().name()))
                .html(scopes.toString())
                .text(words.get("consent.where").formatted(needed.redirectUri().host()))
                .html("""
                        <form method="post" action="/oauth/consent">
                        <input type="hidden" name="request" value="%1$s">
                        <button type="submit" name="decision" value="allow">%2$s</button>
                        <button type="submit" name="decision" value="deny" class="second">%3$s</button>
                        <button type="submit" name="decision" value="switch" class="link">%4$s</button>
                        </form>""".formatted(
                                Page.escaped(handle),
                                escaped(words, "consent.allow"),
                                escaped(words, "consent.deny"),
                                escaped(words, "consent.switch")))
                .formsTo(needed.redirectUri().origin())
                .answer(HttpStatus.OK);
    }

    /** OAuth 2.0 Form Post Response Mode §4: the answer goes to the application as a form that submits itself. */
    static MutableHttpResponse<String> formPost(
            Words words, String action, String origin, Map<String, List<String>> answer) {
        StringBuilder form =
                new StringBuilder("<form id=\"answer\" method=\"post\" action=\"%s\">".formatted(Page.escaped(action)));
        answer.forEach((name, values) ->
                values.forEach(value -> form.append("<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(Page.escaped(name), Page.escaped(value)))));
        form.append("<button type=\"submit\">")
                .append(escaped(words, "formPost.button"))
                .append("</button></form>");
        return new Page(words, words.get("formPost.title"))
                .html(form.toString())
                .formsTo(origin)
                .script("form-post.js")
                .answer(HttpStatus.OK);
    }

    static MutableHttpResponse<String> signOut(Words words, Map<String, String> hidden) {
        StringBuilder form = new StringBuilder("<form method=\"post\" action=\"/oauth/logout/confirm\">");
        hidden.forEach((name, value) -> form.append(
                "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(Page.escaped(name), Page.escaped(value))));
        form.append("<button type=\"submit\">")
                .append(escaped(words, "signOut.button"))
                .append("</button></form>");
        return new Page(words, words.get("signOut.title"))
                .text(words.get("signOut.intro"))
                .html(form.toString())
                .formsTo("https: http://localhost:* http://127.0.0.1:*")
                .answer(HttpStatus.OK);
    }

    static MutableHttpResponse<String> signedOut(Words words) {
        return new Page(words, words.get("signedOut.title"))
                .text(words.get("signedOut.intro"))
                .answer(HttpStatus.OK);
    }

    /** What a member sees whom an application has sent here with something wrong: nobody can be sent back. */
    static MutableHttpResponse<String> wrong(Words words, Problem problem) {
        return new Page(words, words.get("wrong.title"))
                .text(words.get("wrong.intro"))
                .html(reason(words, problem))
                .answer(HttpStatus.BAD_REQUEST);
    }

    /** For whoever looks after the application; in English where it is nothing that applications do wrong. */
    private static String reason(Words words, Problem problem) {
        String sentence = words.wrong(problem.code());
        return "<p class=\"hint\" lang=\"%s\">%s (%s)</p>"
                .formatted(
                        sentence == null ? "en" : words.language(),
                        Page.escaped(sentence == null ? problem.detail() : sentence),
                        Page.escaped(problem.code()));
    }

    private static String escaped(Words words, String key) {
        return Page.escaped(words.get(key));
    }
}
