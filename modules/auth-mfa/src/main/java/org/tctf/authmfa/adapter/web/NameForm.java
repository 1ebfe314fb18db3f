package org.tctf.authmfa.adapter.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** @param name what its member calls it */
record NameForm(
        @Size(min = 1, max = Limits.NAME) @Pattern(regexp = "^[^\\p{Cntrl}<>]*$")
        String name) {}
