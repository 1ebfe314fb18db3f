package org.tctf.analytics.domain;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Facts that a member's history remembers, and whom a fact is about. */
public final class Milestones {
    /** A member's cohort is the week of this fact. */
    static final String JOINED = "USER_CREATED";

    /** Facts whose subject is a member, and which nobody who is signed in has caused: they are about their subject. */
    private static final Set<String> OF_SUBJECT =
            Set.of("SIGN_UP_STARTED", "SIGN_UP_CONFIRMED", JOINED, "PROFILE_COMPLETED", "SIGNED_IN");

    private static final Set<String> REMEMBERED = Stream.concat(
                    Stream.of(JOINED),
                    Funnel.ALL.stream()
                            .flatMap(funnel -> funnel.steps().stream())
                            .map(Funnel.Step::type))
            .collect(Collectors.toUnmodifiableSet());

    private Milestones() {}

    static boolean isOfSubject(String type) {
        return OF_SUBJECT.contains(type);
    }

    static boolean isRemembered(String type) {
        return REMEMBERED.contains(type);
    }
}
