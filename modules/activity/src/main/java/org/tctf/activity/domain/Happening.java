package org.tctf.activity.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * A fact of any service, as far as rules look at it.
 *
 * @param fields the fact's texts and numbers by name
 */
@ValueObject
public record Happening(String id, String type, Instant time, String actor, Map<String, String> fields) {

    /** A field of the fact, or who caused it; empty when the fact does not say. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(name.equals(Rule.ACTOR) ? actor : fields.get(name));
    }
}
