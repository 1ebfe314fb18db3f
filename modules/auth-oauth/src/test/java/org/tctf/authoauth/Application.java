package org.tctf.authoauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody's registered application. */
record Application(String id, String secret, String redirectUri) {

    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
