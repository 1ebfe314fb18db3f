package org.tctf.authoauth.external;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser brings back from a provider. */
record Back(Map<String, String> parameters) {

    static Back of(URI address) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : address.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return new Back(Map.copyOf(parameters));
    }

    /** With another value, or without one. */
    Back with(String name, String value) {
        Map<String, String> others = new HashMap<>(parameters);
        if (value.isEmpty()) {
            others.remove(name);
        } else {
            others.put(name, value);
        }
        return new Back(Map.copyOf(others));
    }

    /** As the client posts it. */
    Map<String, Object> form(String attempt) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("attempt", attempt);
        form.put("state", parameters.get("state"));
        form.put("code", parameters.get("code"));
        if (parameters.containsKey("iss")) {
            form.put("iss", parameters.get("iss"));
        }
        return form;
    }
}
