@NullMarked
package org.tctf.communication.adapter.mustache;

import org.jspecify.annotations.NullMarked;
