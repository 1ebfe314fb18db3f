/** The routes under {@code /v1/auth/mfa}. */
@NullMarked
package org.tctf.authmfa.adapter.web;

import org.jspecify.annotations.NullMarked;
