package org.tctf.authuser.adapter.web;

import jakarta.validation.constraints.Pattern;
import org.tctf.authuser.domain.PhoneChannel;

/**
 * A phone number, and how the code is to get there.
 *
 * @param number with a plus and the country's code; spaces and hyphens as people write them
 */
record PhoneForm(@Pattern(regexp = "^\\+[0-9 ()./-]{6,31}$") String number, PhoneChannel channel) {}
