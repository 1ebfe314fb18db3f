package org.tctf.kernel.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How long an answer is kept for its {@code Idempotency-Key}; 24 hours where nothing is said. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface IdempotencyWindow {
    String DEFAULT = "PT24H";

    /** ISO-8601: {@code PT2M}. */
    String value();
}
