package org.tctf.messagingconsumers.application.template;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.ETag;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.template.Template;
import org.tctf.messagingconsumers.domain.template.Wordings;

/** Changes a template; what was published of it stays. */
@Singleton
public class EditTemplate {
    private final Templates templates;

    public EditTemplate(Templates templates) {
        this.templates = templates;
    }

    /** @throws Problem {@code TEMPLATE_NOT_FOUND}, {@code VERSION_MISMATCH} */
    public Template edit(
            Principal caller, String templateId, @Nullable String ifMatch, String name, Wordings wordings) {
        Staff.require(caller);
        return templates
                .change(templateId, template -> {
                    ETag.check(ifMatch, template.version());
                    return template.edited(name, wordings);
                })
                .orElseThrow(() -> ShowTemplate.notFound(templateId));
    }
}
