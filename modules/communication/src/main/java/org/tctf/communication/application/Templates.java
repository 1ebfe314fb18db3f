package org.tctf.communication.application;

import org.tctf.kernel.Language;

/** Port: puts a letter into words. */
public interface Templates {

    /** @param subject one line */
    record Rendered(String subject, String text, String html) {}

    /**
     * In this language, or in English where there is no such translation.
     *
     * @throws IllegalStateException when the template asks for something that the letter does not have: a bug
     */
    Rendered render(String template, Language language, Letter letter);
}
