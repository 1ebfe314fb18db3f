package org.tctf.communication.adapter.mustache;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.reflect.Guard;
import com.github.mustachejava.reflect.MissingWrapper;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Finds templates in {@code templates/}: the words of a language in {@code fr/welcome.mustache}, which fill the blanks of
 * the form {@code welcome.html.mustache} or {@code welcome.txt.mustache}, whichever this factory is for.
 *
 * <p>Unlike Mustache it takes a name that nobody has for the mistake that it is.
 */
final class WordsFactory extends DefaultMustacheFactory {
    private static final String ROOT = "/org/tctf/communication/templates/";

    private final String form;

    private WordsFactory(String form) {
        this.form = form;
        setObjectHandler(new ReflectionObjectHandler() {
            @Override
            protected MissingWrapper createMissingWrapper(String name, List<Guard> guards) {
                throw new IllegalStateException("there is no " + name + " to show");
            }
        });
    }

    static WordsFactory html() {
        return new WordsFactory("html");
    }

    static WordsFactory text() {
        return new WordsFactory("txt");
    }

    static boolean has(String words) {
        return WordsFactory.class.getResource(ROOT + words + ".mustache") != null;
    }

    @Override
    public String resolvePartialPath(String folder, String name, String extension) {
        return name;
    }

    @Override
    public Reader getReader(String name) {
        String path = ROOT + (name.contains("/") ? name : name + "." + form) + ".mustache";
        InputStream template = WordsFactory.class.getResourceAsStream(path);
        if (template == null) {
            throw new IllegalStateException("there is no template " + path);
        }
        return new InputStreamReader(template, StandardCharsets.UTF_8);
    }

    /** What others wrote is escaped in HTML; plain text has nothing to escape. */
    @Override
    public void encode(String value, Writer writer) {
        if (form.equals("html")) {
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
