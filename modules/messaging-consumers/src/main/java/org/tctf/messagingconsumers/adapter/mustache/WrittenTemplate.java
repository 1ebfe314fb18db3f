package org.tctf.messagingconsumers.adapter.mustache;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import org.tctf.mustache.StrictMustache;

/** A template that somebody wrote in a form, not in a file: it reaches nothing but the values that it is given. */
record WrittenTemplate(Mustache mustache) {

    private static final class Values extends StrictMustache {
        Values(Form form) {
            super(form, new ValuesOnly());
        }

        @Override
        public Reader getReader(String name) {
            throw new MustacheException("a template has no parts elsewhere, such as " + name);
        }
    }

    /** @throws MustacheException when it is no template */
    static WrittenTemplate of(String text, StrictMustache.Form form) {
        return new WrittenTemplate(new Values(form).compile(new StringReader(text), "template"));
    }

    /** @throws MustacheException when it shows a name that has no value */
    String render(Map<String, String> values) {
        StringWriter out = new StringWriter();
        mustache.execute(out, new Object[] {values});
        return out.toString();
    }
}
