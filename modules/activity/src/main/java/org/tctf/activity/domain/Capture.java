package org.tctf.activity.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/** A fact and the rule for it: what is logged, who is told, about what. */
@ValueObject
public record Capture(Happening happening, Rule rule) {

    /** Nothing when there is no rule for the fact. */
    public static Optional<Capture> of(Happening happening) {
        return Optional.ofNullable(Rule.of(happening.type())).map(rule -> new Capture(happening, rule));
    }

    public Optional<LogEntry> logEntry() {
        return field(rule.logs())
                .map(member -> new LogEntry(
                        happening.id(), member, rule.template(), rule.category(), happening.time(), about(), words()));
    }

    /** Who is told; nobody of their own doing. */
    public Optional<String> recipient() {
        return field(rule.tells()).filter(member -> !member.equals(person().orElse(null)));
    }

    /** Who did it. */
    public Optional<String> person() {
        return field(rule.by());
    }

    /** What it was done to. */
    public @Nullable String about() {
        return field(rule.about()).orElse(null);
    }

    /** Where in a conversation it was said, if it was. */
    public Optional<Place> place() {
        return Optional.of(rule)
                .filter(Rule::isInConversation)
                .flatMap(said -> field(Rule.CONVERSATION))
                .flatMap(conversation ->
                        field(Rule.NUMBER).map(number -> new Place(conversation, Long.parseLong(number))));
    }

    /** What the texts use. */
    public Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        rule.words().forEach(name -> happening.field(name).ifPresent(value -> words.put(name, value)));
        return words;
    }

    private Optional<String> field(@Nullable String name) {
        return name == null ? Optional.empty() : happening.field(name);
    }
}
