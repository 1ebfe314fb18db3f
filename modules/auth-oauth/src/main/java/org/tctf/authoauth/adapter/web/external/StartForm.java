package org.tctf.authoauth.adapter.web.external;

import jakarta.validation.constraints.Size;
import org.tctf.authoauth.domain.provider.RedirectUri;

/** @param redirectUri page that the provider sends the browser back to; one that is set up for the provider */
record StartForm(
        @Size(min = 1, max = RedirectUri.MAX_LENGTH) String redirectUri) {}
