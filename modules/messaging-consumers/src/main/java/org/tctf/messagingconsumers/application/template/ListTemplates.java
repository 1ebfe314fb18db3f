package org.tctf.messagingconsumers.application.template;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.template.Template;

/** The templates. */
@Singleton
public class ListTemplates {
    private final Templates templates;

    public ListTemplates(Templates templates) {
        this.templates = templates;
    }

    /** @throws org.tctf.kernel.Problem {@code INVALID_CURSOR} */
    public Page<Template> list(Principal caller, int limit, @Nullable String cursor) {
        Staff.require(caller);
        return templates.page(limit, cursor);
    }
}
