package org.tctf.app.console.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheFactory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tctf.app.console.ConsoleOnly;
import org.tctf.bus.EmbeddedBus;
import org.tctf.bus.QueueDepth;

/** Puts a page's model into its template, with the frame that all pages have. */
@ConsoleOnly
@Singleton
final class Pages {

    /** An entry of the navigation. */
    record Entry(String key, String link, String label, boolean current, String count) {}

    private static final List<List<String>> NAVIGATION = List.of(
            List.of("start", "/console", "Start"),
            List.of("services", "/console/services", "Services"),
            List.of("flow", "/console/flow", "Flow"),
            List.of("events", "/console/events", "Events"),
            List.of("dead", "/console/dead-letters", "Dead letters"),
            List.of("queues", "/console/queues", "Queues and metrics"),
            List.of("progress", "/console/progress", "Under way"),
            List.of("flags", "/console/flags", "Flags"),
            List.of("mailbox", "/console/mailbox", "Mailbox"),
            List.of("templates", "/console/mail-templates", "Mail templates"),
            List.of("inbox", "/console/inbox", "Inbox"),
            List.of("chat", "/console/chat", "Chat"),
            List.of("tables", "/console/tables", "Tables"),
            List.of("api", "/console/api-explorer", "API explorer"));

    private final EmbeddedBus bus;
    private final Map<String, Mustache> templates = new ConcurrentHashMap<>();
    private final MustacheFactory factory = new DefaultMustacheFactory("console/templates");

    Pages(EmbeddedBus bus) {
        this.bus = bus;
    }

    /**
     * A page.
     *
     * @param current key of its navigation entry
     * @param model what the template asks for, by name
     */
    MutableHttpResponse<String> page(String template, String current, String title, Model model) {
        StringWriter html = new StringWriter(16_384);
        Mustache compiled = templates.computeIfAbsent(template + ".mustache", factory::compile);
        compiled.execute(html, List.of(Map.of("title", title, "nav", navigation(current)), model.values()));
        return HttpResponse.ok(html.toString()).contentType(MediaType.TEXT_HTML_TYPE);
    }

    /** A page that says that there is no such thing, and where to look instead. */
    MutableHttpResponse<String> notFound(String current, String what, String link, String linkText) {
        return page(
                        "message",
                        current,
                        "Not found",
                        new Model()
                                .with("heading", "Not here")
                                .with("text", what)
                                .with("link", link)
                                .with("linkText", linkText))
                .status(HttpStatus.NOT_FOUND);
    }

    private List<Entry> navigation(String current) {
        long dead = bus.depths().stream().mapToLong(QueueDepth::dead).sum();
        return NAVIGATION.stream()
                .map(entry -> new Entry(
                        entry.getFirst(),
                        entry.get(1),
                        entry.get(2),
                        entry.getFirst().equals(current),
                        entry.getFirst().equals("dead") && dead > 0 ? Text.number(dead) : ""))
                .toList();
    }
}
