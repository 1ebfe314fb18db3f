package org.tctf.messagingconsumers.application.template;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.template.Template;
import org.tctf.messagingconsumers.domain.template.Wordings;

/** Makes what a template says now into something that campaigns can send: if it can be rendered for every reader. */
@Singleton
public class PublishTemplate {
    private final Templates templates;
    private final Renderer renderer;

    public PublishTemplate(Templates templates, Renderer renderer) {
        this.templates = templates;
        this.renderer = renderer;
    }

    /** @throws Problem {@code TEMPLATE_NOT_FOUND}, {@code TEMPLATE_BROKEN} with each thing that is wrong */
    public Template publish(Principal caller, String templateId) {
        Staff.require(caller);
        return templates
                .change(templateId, template -> {
                    requireWhole(template.wordings());
                    return template.publish();
                })
                .orElseThrow(() -> ShowTemplate.notFound(templateId));
    }

    private void requireWhole(Wordings wordings) {
        List<Problem.FieldError> wrong = wordings.byLanguage().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(one ->
                        renderer
                                .check(
                                        one.getValue(),
                                        Vocabulary.ALWAYS,
                                        "/wordings/" + one.getKey().tag())
                                .stream())
                .toList();
        if (wrong.isEmpty()) {
            return;
        }
        Problem problem = Problem.of(
                Problem.Kind.UNPROCESSABLE,
                "TEMPLATE_BROKEN",
                "Some readers would get a broken mail; %d things to mend.".formatted(wrong.size()));
        for (Problem.FieldError error : wrong) {
            problem = problem.at(error);
        }
        throw problem;
    }
}
