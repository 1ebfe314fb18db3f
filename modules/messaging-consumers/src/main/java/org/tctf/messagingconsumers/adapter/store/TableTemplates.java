package org.tctf.messagingconsumers.adapter.store;

import static org.tctf.messagingconsumers.MessagingConsumersService.PUBLICATION;
import static org.tctf.messagingconsumers.MessagingConsumersService.TEMPLATE;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.template.Templates;
import org.tctf.messagingconsumers.domain.template.Template;

/** Templates and their publications in the service's table. */
@Singleton
public class TableTemplates implements Templates {
    private final ServiceTable table;

    public TableTemplates(ServiceTables tables) {
        table = tables.of(MessagingConsumersService.DEFINITION);
    }

    @Override
    public Optional<Template> find(String templateId) {
        return table.get(TEMPLATE.key(templateId), Template.class);
    }

    @Override
    public Optional<Template.Publication> publication(String templateId, int number) {
        return table.get(PUBLICATION.key(templateId, number), Template.Publication.class);
    }

    @Override
    public Page<Template> page(int limit, @Nullable String cursor) {
        return table.page(TEMPLATE.query().limit(limit), cursor, Template.class);
    }

    @Override
    public void add(Template template) {
        table.commit(Change.none().create(row(template)));
    }

    @Override
    public Optional<Template> change(String templateId, UnaryOperator<Template> edit) {
        return table.retrying(() -> find(templateId).map(before -> {
            Template after = edit.apply(before);
            Change change = Change.none().replace(row(after), before.version());
            if (after.published() > before.published()) {
                change = change.create(Row.of(PUBLICATION.key(templateId, after.published()), after.publication()));
            }
            table.commit(change);
            return after;
        }));
    }

    private static Row row(Template template) {
        return Row.of(TEMPLATE.key(template.templateId()), template);
    }
}
