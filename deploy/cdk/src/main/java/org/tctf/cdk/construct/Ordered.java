package org.tctf.cdk.construct;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that keep their order: {@code Map.of} has another in every process, and so would the template. */
public final class Ordered {

    private Ordered() {}

    public static <V> Map<String, V> map(String key, V value) {
        Map<String, V> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }

    public static <V> Map<String, V> map(String key1, V value1, String key2, V value2) {
        Map<String, V> map = map(key1, value1);
        map.put(key2, value2);
        return map;
    }

    public static <V> Map<String, V> map(String key1, V value1, String key2, V value2, String key3, V value3) {
        Map<String, V> map = map(key1, value1, key2, value2);
        map.put(key3, value3);
        return map;
    }
}
