package org.tctf.authcore.adapter.web;

import java.util.List;
import java.util.Map;

/**
 * A JWK Set as the API's document shows it; the provider writes the JSON itself.
 *
 * @param keys JSON Web Keys (RFC 7517 §4), public parts only
 */
record KeySetView(List<Map<String, Object>> keys) {}
