package org.tctf.messagingconsumers.application.template;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Page;
import org.tctf.messagingconsumers.domain.template.Template;

/** Port: templates, and what was published of them. */
public interface Templates {

    Optional<Template> find(String templateId);

    Optional<Template.Publication> publication(String templateId, int number);

    /** In no order that means anything. */
    Page<Template> page(int limit, @Nullable String cursor);

    void add(Template template);

    /**
     * Changes a template; keeps the publication when the change made one.
     *
     * @return the template as it is now; nothing when there is none
     */
    Optional<Template> change(String templateId, UnaryOperator<Template> edit);
}
