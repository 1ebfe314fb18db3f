package org.tctf.authadmin.adapter.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * @param overlapHours how long the old key is still good, at most a week
 * @param days until the new one expires
 */
record RotationForm(
        @Min(0) @Max(168) int overlapHours,
        @Min(1) @Max(365) int days) {}
