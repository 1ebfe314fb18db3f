package org.tctf.usermanagement.domain;

import java.util.List;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;
import org.tctf.kernel.Problem;

/** What a member cares about: at most 20 words or phrases of at most 50 characters, each said once, in their order. */
@ValueObject
public record Interests(List<String> value) {
    public static final int MAX_COUNT = 20;
    public static final int MAX_LENGTH = 50;

    static final Interests NONE = new Interests(List.of());

    /** @throws Problem when there are too many, or one is too long */
    public Interests {
        value = value.stream()
                .map(interest -> Text.line("/interests", interest, MAX_LENGTH))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (value.size() > MAX_COUNT) {
            throw Problem.invalid("TOO_MANY", "%d interests: keep the %d dearest.".formatted(value.size(), MAX_COUNT))
                    .at("/interests");
        }
    }
}
