package org.tctf.authadmin.adapter.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * @param name what it is for
 * @param scopes {@code <service>:read} or {@code <service>:write}; services are closed to keys unless their definition opens them
 * @param days until it expires
 */
record ApiKeyForm(
        @Size(min = 1, max = 100) String name,
        @Size(min = 1, max = 20) Set<@Pattern(regexp = "^[a-z][a-z0-9-]{0,40}:(read|write)$") String> scopes,
        @Min(1) @Max(365) int days) {}
