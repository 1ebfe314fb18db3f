package org.tctf.communication.application;

import org.tctf.kernel.Language;

/** Port: puts a letter into words. */
public interface Templates {

    /** @param subject one line */
    record Rendered(String subject, String text, String html) {}

    /** The same in a few words, each of one line: what a mail program shows in its list. */
    record Brief(String title, String text) {}

    /** As {@link #render}, for a screen that is locked. */
    Brief brief(String template, Language language, Letter letter);

    /**
     * In this language, or in English where there is no such translation.
     *
     * @throws IllegalStateException when the template asks for something that the letter does not have: a bug
     */
    Rendered render(String template, Language language, Letter letter);
}
