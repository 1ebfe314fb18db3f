/** The routes under {@code /v1/users} and {@code /v1/admin}. */
@NullMarked
package org.tctf.authadmin.adapter.web;

import org.jspecify.annotations.NullMarked;
