package org.tctf.usermanagement.adapter.web;

import org.jspecify.annotations.Nullable;
import org.tctf.usermanagement.domain.Card;
import org.tctf.usermanagement.domain.Plan;

/** A member in a list. */
record CardView(
        String id,
        String membershipName,
        String displayName,
        Plan plan,
        @Nullable String jobTitle,
        @Nullable String country) {

    static CardView of(Card card) {
        return new CardView(
                card.memberId(),
                card.membershipName().value(),
                card.displayName(),
                card.plan(),
                card.jobTitle(),
                card.country() == null ? null : card.country().value());
    }
}
