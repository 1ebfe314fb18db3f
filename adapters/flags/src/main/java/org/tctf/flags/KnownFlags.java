package org.tctf.flags;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tctf.kernel.flag.Flag;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * What is known of the flags.
 *
 * @param turned by {@code service.flag}; what is not here is as it is defined
 * @param wrong what made no sense, one sentence each
 */
record KnownFlags(Map<String, Boolean> turned, List<String> wrong) {
    static final KnownFlags NOTHING = new KnownFlags(Map.of(), List.of());

    static String key(ServiceDefinition service, Flag flag) {
        return service.name() + "." + flag.name();
    }

    /** What is known once this was said; a flag whose value makes no sense stays as it was. */
    KnownFlags after(Map<String, String> said, List<ServiceDefinition> services, String source) {
        Map<String, Boolean> now = new TreeMap<>();
        List<String> complaints = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>(said.keySet());
        for (ServiceDefinition service : services) {
            for (Flag flag : service.flags()) {
                String key = key(service, flag);
                unknown.remove(key);
                String value = said.get(key);
                if (value == null) {
                    continue;
                }
                switch (value) {
                    case "on" -> now.put(key, true);
                    case "off" -> now.put(key, false);
                    default -> {
                        boolean stays = turned.getOrDefault(key, flag.isOnByDefault());
                        now.put(key, stays);
                        complaints.add("%s is '%s' in %s; make it on or off. It stays %s."
                                .formatted(key, value, source, word(stays)));
                    }
                }
            }
        }
        unknown.forEach(key -> complaints.add(
                "%s in %s is no flag of a service that runs here; see docs/generated/catalog.md for those there are."
                        .formatted(key, source)));
        return new KnownFlags(Map.copyOf(now), List.copyOf(complaints));
    }

    static String word(boolean isOn) {
        return isOn ? "on" : "off";
    }
}
