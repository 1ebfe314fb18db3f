package org.tctf.authoauth.adapter.web.provider;

import jakarta.validation.constraints.Size;
import java.util.List;

/** @param scopes that the application keeps, of those that it has */
record ConsentForm(@Size(min = 1, max = MAX_SCOPES) List<@Size(max = 20) String> scopes) {

    private static final int MAX_SCOPES = 4;
}
