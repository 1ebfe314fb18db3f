package org.tctf.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/**
 * That a service said no. Each runner of a behaviour makes it of what a refusal is there, a problem or an answer; its message
 * is the problem's code.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Integer remainingAttempts;
    private final @Nullable Duration retryAfter;

    public Refused(String code) {
        this(code, null, null);
    }

    private Refused(String code, @Nullable Integer remainingAttempts, @Nullable Duration retryAfter) {
        super(code);
        this.remainingAttempts = remainingAttempts;
        this.retryAfter = retryAfter;
    }

    /** What a use case answers. */
    public static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (Problem problem) {
            throw new Refused(
                    problem.code(),
                    problem.remainingAttempts().isPresent()
                            ? problem.remainingAttempts().getAsInt()
                            : null,
                    problem.retryAfter());
        }
    }

    /** Does what a use case does. */
    public static void done(Runnable act) {
        asked(() -> {
            act.run();
            return "done";
        });
    }

    /** This answer, when it is no refusal. */
    public static Answer accepted(Answer answer) {
        if (answer.status() < 400) {
            return answer;
        }
        JsonNode remaining = answer.json().path("remainingAttempts");
        throw new Refused(
                answer.at("/code"),
                remaining.isInt() ? remaining.asInt() : null,
                answer.header("Retry-After")
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .orElse(null));
    }

    /** How many tries are left, where that was said. */
    public @Nullable Integer remainingAttempts() {
        return remainingAttempts;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
