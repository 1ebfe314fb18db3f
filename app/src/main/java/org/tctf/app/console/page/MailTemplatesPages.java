package org.tctf.app.console.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.kernel.mail.MailPreviews;

/** Every message that the platform writes, in every language, filled with examples: for whoever works on the words. */
@ConsoleOnly
@PermitAll
@Controller("/console/mail-templates")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MailTemplatesPages {
    private static final int FIRST_WORDS = 40;
    private static final String KEY = "templates";
    private static final String HOME = "/console/mail-templates";

    /** @param subject what the link says: the subject in that language, or the first words of what has none */
    record Cell(String language, String link, String subject) {}

    record TemplateRow(String name, List<Cell> cells) {}

    private final Pages pages;
    private final List<MailPreviews> services;

    MailTemplatesPages(Pages pages, List<MailPreviews> services) {
        this.pages = pages;
        this.services = services;
    }

    @Get
    HttpResponse<String> all() {
        List<TemplateRow> rows = services.stream()
                .flatMap(previews -> previews.templates().stream().map(template -> row(previews, template)))
                .toList();
        List<String> languages = services.stream()
                .flatMap(previews -> previews.languages().stream())
                .distinct()
                .toList();
        return pages.page(
                "mail-templates",
                KEY,
                "Mail templates",
                new Model().list("rows", rows).with("languages", languages));
    }

    @Get("/one{?template,language}")
    HttpResponse<String> one(String template, String language) {
        Optional<MailPreviews.Preview> found = find(template, language);
        if (found.isEmpty()) {
            return pages.notFound(KEY, "There is no such template in that language.", HOME, "All templates");
        }
        MailPreviews.Preview preview = found.get();
        return pages.page(
                "mail-template",
                KEY,
                template,
                new Model()
                        .with("name", template)
                        .with("language", language)
                        .with("subject", preview.subject())
                        .with("text", preview.text())
                        .with("frame", preview.html() == null ? null : link("/one/html", template, language))
                        .list("others", others(template, language)));
    }

    @Get("/one/html{?template,language}")
    HttpResponse<String> html(String template, String language) {
        return find(template, language)
                .map(MailPreviews.Preview::html)
                .<HttpResponse<String>>map(html -> HttpResponse.ok(html)
                        .contentType(MediaType.of("text/html; charset=utf-8"))
                        .header("Content-Security-Policy", MailboxPages.FRAME_POLICY))
                .orElseGet(HttpResponse::notFound);
    }

    private List<Cell> others(String template, String language) {
        return services.stream()
                .flatMap(previews -> row(previews, template).cells().stream())
                .filter(cell -> !cell.language().equals(language))
                .toList();
    }

    private Optional<MailPreviews.Preview> find(String template, String language) {
        return services.stream()
                .flatMap(previews -> previews.preview(template, language).stream())
                .findFirst();
    }

    private static TemplateRow row(MailPreviews previews, String template) {
        return new TemplateRow(
                template,
                previews.languages().stream()
                        .flatMap(language -> previews.preview(template, language).stream())
                        .map(preview -> new Cell(
                                preview.language(),
                                link("/one", template, preview.language()),
                                preview.subject() == null ? firstWords(preview.text()) : preview.subject()))
                        .toList());
    }

    private static String firstWords(String text) {
        return text.length() <= FIRST_WORDS ? text : text.substring(0, FIRST_WORDS) + "…";
    }

    private static String link(String path, String template, String language) {
        return new Link(HOME + path)
                .with("template", template)
                .with("language", language)
                .toString();
    }
}
