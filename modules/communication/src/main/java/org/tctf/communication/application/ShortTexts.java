package org.tctf.communication.application;

import org.tctf.kernel.Language;
import org.tctf.kernel.phone.Medium;

/** Port: puts a few words into a language. */
public interface ShortTexts {

    /**
     * In this language, or in English where there is no such translation.
     *
     * @throws IllegalStateException when the template asks for something that the text does not have: a bug
     */
    String render(String template, Medium medium, Language language, ShortText text);
}
