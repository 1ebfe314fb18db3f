package org.tctf.messagingconsumers.application.template;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;
import org.tctf.kernel.Ids;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.template.Template;
import org.tctf.messagingconsumers.domain.template.Wordings;

/** Begins a template. A draft may still be wrong; what is published may not. */
@Singleton
public class CreateTemplate {
    private final Templates templates;
    private final Ids ids;
    private final InstantSource clock;

    public CreateTemplate(Templates templates, Ids ids, InstantSource clock) {
        this.templates = templates;
        this.ids = ids;
        this.clock = clock;
    }

    public Template create(Principal caller, String name, Wordings wordings) {
        Staff.require(caller);
        Template template = new Template(ids.next().toString(), name, wordings, 0, clock.instant(), 1);
        templates.add(template);
        return template;
    }
}
