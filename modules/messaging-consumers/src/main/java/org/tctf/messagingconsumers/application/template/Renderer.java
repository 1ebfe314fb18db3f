package org.tctf.messagingconsumers.application.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.domain.template.Wording;

/** Port: puts wordings into words. */
public interface Renderer {

    record Rendered(String subject, String text, String html) {}

    /**
     * What is wrong with a wording; empty when it can be rendered for every reader there may be.
     *
     * @param always names that every reader has
     * @param pointer of the wording in the request, {@code /wordings/de}
     */
    List<Problem.FieldError> check(Wording wording, Always always, String pointer);

    /**
     * @param values by name; a name that is not there is empty in a condition
     * @throws NotRendered when it asks for something else that is not there
     */
    Rendered render(Wording wording, Map<String, String> values);

    /** @param required of these, what each part has to show */
    record Always(Set<String> names, Set<String> required) {}

    /** The wording asks for something that this reader does not have. */
    final class NotRendered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotRendered(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
