/** The routes under {@code /v1/users/me} and {@code /v1/account}. */
@NullMarked
package org.tctf.authuser.adapter.web;

import org.jspecify.annotations.NullMarked;
