package org.tctf.messagingconsumers.adapter.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.Language;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.web.ETag;
import org.tctf.kernel.web.MaxBody;
import org.tctf.messagingconsumers.application.template.CreateTemplate;
import org.tctf.messagingconsumers.application.template.EditTemplate;
import org.tctf.messagingconsumers.application.template.ListTemplates;
import org.tctf.messagingconsumers.application.template.PreviewTemplate;
import org.tctf.messagingconsumers.application.template.PublishTemplate;
import org.tctf.messagingconsumers.application.template.ShowTemplate;
import org.tctf.messagingconsumers.domain.template.Template;

/** Templates of mails: Mustache, in up to six languages, each as HTML and as plain text. */
@Controller("/v1/mail-templates")
@RolesAllowed({"STAFF", "ADMIN"})
class TemplateController {
    /** Six languages of the longest wordings, in JSON; an item of the table takes it. */
    private static final int LARGEST = 380 * 1024;

    /**
     * @param language of the reader
     * @param reader a name, and attributes such as country
     */
    record PreviewForm(
            @Pattern(regexp = "^(en|fr|es|de|it|pt)$") String language,
            @Nullable @Size(max = 20) Map<String, String> reader) {}

    record PreviewView(String language, String subject, String text, String html) {}

    private final CreateTemplate createTemplate;
    private final EditTemplate editTemplate;
    private final ShowTemplate showTemplate;
    private final ListTemplates listTemplates;
    private final PublishTemplate publishTemplate;
    private final PreviewTemplate previewTemplate;

    TemplateController(
            CreateTemplate createTemplate,
            EditTemplate editTemplate,
            ShowTemplate showTemplate,
            ListTemplates listTemplates,
            PublishTemplate publishTemplate,
            PreviewTemplate previewTemplate) {
        this.createTemplate = createTemplate;
        this.editTemplate = editTemplate;
        this.showTemplate = showTemplate;
        this.listTemplates = listTemplates;
        this.publishTemplate = publishTemplate;
        this.previewTemplate = previewTemplate;
    }

    /** Templates, without what they say. */
    @Get
    Page<TemplateSummary> list(
            Principal caller,
            @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Nullable @QueryValue String cursor) {
        return listTemplates.list(caller, limit, cursor).map(TemplateSummary::of);
    }

    /** One template. */
    @Get("/{templateId}")
    HttpResponse<TemplateView> show(Principal caller, String templateId) {
        return tagged(HttpResponse.ok(), showTemplate.show(caller, templateId));
    }

    /** Begins a template. It may be wrong until it is published. */
    @Post
    @MaxBody(LARGEST)
    HttpResponse<TemplateView> create(Principal caller, @Valid @Body TemplateForm form) {
        return tagged(HttpResponse.created(""), createTemplate.create(caller, form.name(), form.content()));
    }

    /** Changes a template; what was published of it stays. */
    @Put("/{templateId}")
    @MaxBody(LARGEST)
    HttpResponse<TemplateView> edit(
            Principal caller,
            String templateId,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @Body TemplateForm form) {
        return tagged(HttpResponse.ok(), editTemplate.edit(caller, templateId, ifMatch, form.name(), form.content()));
    }

    /** Makes what it says now ready to be sent; refuses what would be broken for some reader, and says where. */
    @Post("/{templateId}/publications")
    HttpResponse<TemplateView> publish(Principal caller, String templateId) {
        return tagged(HttpResponse.created(""), publishTemplate.publish(caller, templateId));
    }

    /** What a reader would get. */
    @Post("/{templateId}/preview")
    PreviewView preview(Principal caller, String templateId, @Valid @Body PreviewForm form) {
        PreviewTemplate.Preview preview = previewTemplate.preview(
                caller, templateId, Language.of(form.language()), form.reader() == null ? Map.of() : form.reader());
        return new PreviewView(
                preview.language().tag(),
                preview.rendered().subject(),
                preview.rendered().text(),
                preview.rendered().html());
    }

    private static HttpResponse<TemplateView> tagged(MutableHttpResponse<?> response, Template template) {
        return response.body(TemplateView.of(template)).header(HttpHeaders.ETAG, ETag.of(template.version()));
    }
}
