package org.tctf.kernel.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route whose requests have the form that a public protocol gives them (OAuth 2.0, OpenID Connect), not ours. It proves
 * its callers itself: what an {@code Authorization} header says there is no access token of this platform. It ignores
 * parameters that it does not know (RFC 6749 §3.1), and pages of every origin may call it and read what it answers (OAuth
 * 2.0 for Browser-Based Applications §9.1), so it must do nothing on the strength of a cookie but show a page or redirect.
 *
 * <p>Use it together with {@code @PermitAll}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ProtocolRoute {}
