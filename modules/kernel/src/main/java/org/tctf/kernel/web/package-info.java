/**
 * What a route says of itself beyond the framework's annotations. The web pipeline enforces it, the OpenAPI document
 * shows it. Who may call is said by {@code jakarta.annotation.security}: {@code @PermitAll} for anybody, {@code
 * @RolesAllowed} for roles; a route that says nothing needs an access token.
 */
@NullMarked
package org.tctf.kernel.web;

import org.jspecify.annotations.NullMarked;
