package org.tctf.communication.adapter.mustache;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.tctf.mustache.StrictMustache;

/**
 * Finds templates in {@code templates/}: the words of a language in {@code fr/welcome.mustache}, which fill the blanks of
 * the form {@code welcome.html.mustache} or {@code welcome.txt.mustache}, whichever this factory is for.
 */
final class WordsFactory extends StrictMustache {
    private static final String ROOT = "/org/tctf/communication/templates/";

    private final String extension;

    private WordsFactory(Form form, String extension) {
        super(form);
        this.extension = extension;
    }

    static WordsFactory html() {
        return new WordsFactory(Form.HTML, ".html");
    }

    static WordsFactory text() {
        return new WordsFactory(Form.TEXT, ".txt");
    }

    /** Of all forms the two lines that a mail program shows in its list. */
    static WordsFactory brief() {
        return new WordsFactory(Form.TEXT, ".brief");
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
        String path = ROOT + (name.contains("/") ? name : name + extension) + ".mustache";
        InputStream template = WordsFactory.class.getResourceAsStream(path);
        if (template == null) {
            throw new IllegalStateException("there is no template " + path);
        }
        return new InputStreamReader(template, StandardCharsets.UTF_8);
    }
}
