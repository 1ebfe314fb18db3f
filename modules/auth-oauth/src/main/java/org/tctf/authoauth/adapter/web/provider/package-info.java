/** The endpoints of OAuth 2.1 and OpenID Connect, the pages, and the API for applications' owners and members. */
@NullMarked
package org.tctf.authoauth.adapter.web.provider;

import org.jspecify.annotations.NullMarked;
