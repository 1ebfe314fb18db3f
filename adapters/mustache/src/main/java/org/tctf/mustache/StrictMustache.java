package org.tctf.mustache;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.ObjectHandler;
import com.github.mustachejava.reflect.Guard;
import com.github.mustachejava.reflect.MissingWrapper;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Mustache for one form of a mail. In HTML it escapes what it shows; plain text has nothing to escape. Unlike Mustache it
 * takes a name that nobody has for the mistake that it is.
 */
public abstract class StrictMustache extends DefaultMustacheFactory {

    /** What a template makes. */
    public enum Form {
        HTML,
        TEXT
    }

    private final Form form;

    /** Shows the components of records. */
    protected StrictMustache(Form form) {
        this(form, new ReflectionObjectHandler() {
            @Override
            protected MissingWrapper createMissingWrapper(String name, List<Guard> guards) {
                throw new IllegalStateException("there is no " + name + " to show");
            }
        });
    }

    /** @param shown how a name finds its value; strict as well */
    protected StrictMustache(Form form, ObjectHandler shown) {
        this.form = form;
        setObjectHandler(shown);
    }

    protected final Form form() {
        return form;
    }

    @Override
    public void encode(String value, Writer writer) {
        if (form == Form.HTML) {
            super.encode(value, writer);
            return;
        }
        try {
            writer.write(value);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
