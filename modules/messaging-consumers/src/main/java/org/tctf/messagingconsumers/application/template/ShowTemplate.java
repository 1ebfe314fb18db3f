package org.tctf.messagingconsumers.application.template;

import jakarta.inject.Singleton;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.template.Template;

/** One template, as it is being written. */
@Singleton
public class ShowTemplate {
    private final Templates templates;

    public ShowTemplate(Templates templates) {
        this.templates = templates;
    }

    /** @throws Problem {@code TEMPLATE_NOT_FOUND} */
    public Template show(Principal caller, String templateId) {
        Staff.require(caller);
        return templates.find(templateId).orElseThrow(() -> notFound(templateId));
    }

    static Problem notFound(String templateId) {
        return Problem.notFound("TEMPLATE_NOT_FOUND", "There is no template %s.".formatted(templateId));
    }
}
