package org.tctf.messagingconsumers.application.subscriber;

import java.util.List;
import org.tctf.kernel.Language;

/** Port: the words of the mail that asks to confirm. */
public interface ConfirmationTexts {

    record Words(String subject, String text, String html) {}

    Words in(Language language, List<String> lists, String link);
}
