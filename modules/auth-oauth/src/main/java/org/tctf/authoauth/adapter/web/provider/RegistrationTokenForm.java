package org.tctf.authoauth.adapter.web.provider;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * @param label what the token is for
 * @param scopes all that applications that register by it may ever ask for
 * @param applications how many may register by it
 * @param days that it is good
 */
record RegistrationTokenForm(
        @Size(min = 1, max = 60) String label,
        @Size(min = 1, max = 4) List<@Size(max = 20) String> scopes,
        @Min(1) @Max(100) int applications,
        @Min(1) @Max(90) int days) {}
