package org.tctf.messagingconsumers.adapter.mustache;

import com.github.mustachejava.MustacheException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.application.template.Renderer;
import org.tctf.messagingconsumers.domain.template.Wording;
import org.tctf.mustache.StrictMustache.Form;

/** Wordings in Mustache, compiled when first used. */
@Singleton
public class MustacheRenderer implements Renderer {
    /** Of so many wordings the compiled form is kept: more than are ever sent at once. */
    private static final int KEPT = 200;

    private final Map<Wording, Compiled> compiled = new ConcurrentHashMap<>();

    private record Compiled(WrittenTemplate subject, WrittenTemplate text, WrittenTemplate html) {}

    @Override
    public List<Problem.FieldError> check(Wording wording, Always always, String pointer) {
        List<Problem.FieldError> wrong = new ArrayList<>();
        // Who leaves does so by the text or the HTML; a subject has no links.
        Always anywhere = new Always(always.names(), Set.of());
        wrong.addAll(TemplateCheck.of(wording.subject(), Form.TEXT, anywhere, pointer + "/subject"));
        wrong.addAll(TemplateCheck.of(wording.text(), Form.TEXT, always, pointer + "/text"));
        wrong.addAll(TemplateCheck.of(wording.html(), Form.HTML, always, pointer + "/html"));
        return List.copyOf(wrong);
    }

    @Override
    public Rendered render(Wording wording, Map<String, String> values) {
        try {
            Compiled whole = compiled(wording);
            return new Rendered(whole.subject.render(values), whole.text.render(values), whole.html.render(values));
        } catch (MustacheException broken) {
            throw new NotRendered(reason(broken), broken);
        }
    }

    private Compiled compiled(Wording wording) {
        if (compiled.size() > KEPT) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(
                wording,
                words -> new Compiled(
                        WrittenTemplate.of(words.subject(), Form.TEXT),
                        WrittenTemplate.of(words.text(), Form.TEXT),
                        WrittenTemplate.of(words.html(), Form.HTML)));
    }

    static String reason(MustacheException broken) {
        Throwable cause = broken;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
