package org.tctf.authcore.adapter.web;

import jakarta.validation.constraints.Size;

/** @param refreshToken the one that was given last */
record RefreshForm(@Size(max = Limits.REFRESH_TOKEN) String refreshToken) {

    @Override
    public String toString() {
        return "RefreshForm[…]";
    }
}
