/** The routes under {@code /v1/account}, {@code /v1/auth} and {@code /.well-known}. */
@NullMarked
package org.tctf.authcore.adapter.web;

import org.jspecify.annotations.NullMarked;
