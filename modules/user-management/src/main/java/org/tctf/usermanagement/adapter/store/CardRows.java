package org.tctf.usermanagement.adapter.store;

import static org.tctf.usermanagement.UserManagementService.BY_NAME;
import static org.tctf.usermanagement.UserManagementService.CARD;
import static org.tctf.usermanagement.UserManagementService.OF_COUNTRY;
import static org.tctf.usermanagement.UserManagementService.OF_COUNTRY_AND_PLAN;
import static org.tctf.usermanagement.UserManagementService.OF_PLAN;

import org.tctf.kernel.table.Row;
import org.tctf.usermanagement.domain.Card;

/** A card and where it is found: by country only if it shows one. */
final class CardRows {

    private CardRows() {}

    static Row of(Card card) {
        String name = card.sortName();
        Row row = Row.of(CARD.key(card.memberId()), card).index(BY_NAME, name).index(OF_PLAN, card.plan(), name);
        return card.country() == null
                ? row
                : row.index(OF_COUNTRY, card.country(), name)
                        .index(OF_COUNTRY_AND_PLAN, card.country(), card.plan(), name);
    }
}
