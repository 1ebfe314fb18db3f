/** Applications, requests, grants and tokens in the service's table. */
@NullMarked
package org.tctf.authoauth.adapter.store.provider;

import org.jspecify.annotations.NullMarked;
