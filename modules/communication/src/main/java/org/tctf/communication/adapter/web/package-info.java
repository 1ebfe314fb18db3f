/** The delivery log and the providers' health over HTTP. */
@NullMarked
package org.tctf.communication.adapter.web;

import org.jspecify.annotations.NullMarked;
