package org.tctf.messagingconsumers.adapter.web;

import java.time.Instant;
import org.tctf.messagingconsumers.domain.template.Template;

/** @param published the number of the newest publication; 0 = never published */
record TemplateView(
        String templateId,
        String name,
        TemplateForm.WordingsForm wordings,
        int published,
        Instant createdAt,
        long version) {
    static TemplateView of(Template template) {
        return new TemplateView(
                template.templateId(),
                template.name(),
                TemplateForm.WordingsForm.of(template.wordings()),
                template.published(),
                template.createdAt(),
                template.version());
    }
}
