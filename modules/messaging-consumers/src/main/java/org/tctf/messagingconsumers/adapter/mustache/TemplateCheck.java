package org.tctf.messagingconsumers.adapter.mustache;

import com.github.mustachejava.Code;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.codes.IterableCode;
import com.github.mustachejava.codes.NotIterableCode;
import com.github.mustachejava.codes.ValueCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.application.template.Renderer;
import org.tctf.messagingconsumers.domain.subscriber.Attributes;
import org.tctf.mustache.StrictMustache.Form;

/**
 * Finds before anything is sent what would go wrong for some reader: a name that a reader may not have is shown outside of
 * a section of that name, a name that nobody can have, what is not escaped, and a missing way out.
 */
final class TemplateCheck {
    /** Tags that are not for what strangers wrote ({{{raw}}}, {{&raw}}), or reach elsewhere, or change what a tag is. */
    private static final Pattern FORBIDDEN = Pattern.compile("\\{\\{(\\{|\\s*[&<>=%$+*])");

    private final Set<String> always;
    private final String pointer;
    private final List<Problem.FieldError> wrong = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();

    private TemplateCheck(Set<String> always, String pointer) {
        this.always = always;
        this.pointer = pointer;
    }

    static List<Problem.FieldError> of(String text, Form form, Renderer.Always always, String pointer) {
        TemplateCheck check = new TemplateCheck(always.names(), pointer);
        if (FORBIDDEN.matcher(text).find()) {
            check.wrong(
                    "TAG_NOT_ALLOWED",
                    "Use {{name}}, {{#name}}…{{/name}}, {{^name}}…{{/name}} and {{! comments}} only: what readers wrote is always escaped.");
            return check.wrong;
        }
        try {
            check.walk(WrittenTemplate.of(text, form).mustache().getCodes(), Set.of());
        } catch (MustacheException broken) {
            check.wrong("TEMPLATE_SYNTAX", "This is no template: %s.".formatted(MustacheRenderer.reason(broken)));
            return check.wrong;
        }
        always.required().stream()
                .filter(name -> !check.shown.contains(name))
                .forEach(name ->
                        check.wrong("NAME_MISSING", "{{%s}} must be in it, outside of any section.".formatted(name)));
        return check.wrong;
    }

    private void walk(Code @Nullable [] codes, Set<String> given) {
        if (codes == null) {
            return;
        }
        for (Code code : codes) {
            String name = code.getName();
            switch (code) {
                case ValueCode value -> show(name, given);
                // Not there, or an else: what is inside is shown when the name has no value.
                case NotIterableCode section -> walk(known(name, code), given);
                case IterableCode section -> walk(known(name, code), with(given, name));
                default -> {}
            }
        }
    }

    private void show(String name, Set<String> given) {
        if (given.isEmpty()) {
            shown.add(name);
        }
        if (!always.contains(name) && !given.contains(name)) {
            wrong(
                    isKnown(name) ? "MAY_BE_MISSING" : "UNKNOWN_NAME",
                    isKnown(name)
                            ? "Some readers have no {{%1$s}}; write {{#%1$s}}…{{%1$s}}…{{/%1$s}}{{^%1$s}}…{{/%1$s}}."
                                    .formatted(name)
                            : "Nobody has a {{%.40s}}.".formatted(name));
        }
    }

    private Code @Nullable [] known(String name, Code section) {
        if (!always.contains(name) && !isKnown(name)) {
            wrong("UNKNOWN_NAME", "Nobody has a {{%.40s}}.".formatted(name));
        }
        return section.getCodes();
    }

    private static boolean isKnown(String name) {
        return name.equals("name") || Attributes.isName(name);
    }

    private static Set<String> with(Set<String> given, String name) {
        Set<String> more = new HashSet<>(given);
        more.add(name);
        return more;
    }

    private void wrong(String code, String detail) {
        wrong.add(new Problem.FieldError(pointer, code, detail));
    }
}
