/** The HTTP interface. */
@NullMarked
package org.tctf.usermanagement.adapter.web;

import org.jspecify.annotations.NullMarked;
