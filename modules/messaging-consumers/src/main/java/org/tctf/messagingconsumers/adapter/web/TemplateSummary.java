package org.tctf.messagingconsumers.adapter.web;

import java.time.Instant;
import java.util.List;
import org.tctf.kernel.Language;
import org.tctf.messagingconsumers.domain.template.Template;

/** @param published the number of the newest publication; 0 = never published */
record TemplateSummary(
        String templateId, String name, List<String> languages, int published, Instant createdAt, long version) {
    static TemplateSummary of(Template template) {
        return new TemplateSummary(
                template.templateId(),
                template.name(),
                template.wordings().byLanguage().keySet().stream()
                        .sorted()
                        .map(Language::tag)
                        .toList(),
                template.published(),
                template.createdAt(),
                template.version());
    }
}
