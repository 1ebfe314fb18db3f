/** The HTTP interface. */
@NullMarked
package org.tctf.authpassword.adapter.web;

import org.jspecify.annotations.NullMarked;
