package org.tctf.pipeline.cost;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Prices by name, from a file.
 *
 * @param region what they are the prices of
 * @param note when they were written down, and how far to trust them
 */
public record PriceList(String region, String note, Map<String, Price> prices) {

    /** @throws IOException when the file is missing or says something else */
    public static PriceList read(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), PriceList.class);
    }

    /** @throws IllegalArgumentException when the list lacks it */
    public Price of(String name) {
        Price price = prices.get(name);
        if (price == null) {
            throw new IllegalArgumentException("the price list has no '%s'; it has %s"
                    .formatted(name, prices.keySet().stream().sorted().toList()));
        }
        return price;
    }
}
