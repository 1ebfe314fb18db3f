package org.tctf.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The route reads its body itself, as it comes, and decides what it takes; the pipeline neither reads nor checks it. For
 * bodies that are too big for memory. A service has no such route: what is big comes by an upload's address.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface StreamedBody {}
