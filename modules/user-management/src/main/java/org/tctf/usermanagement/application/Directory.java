package org.tctf.usermanagement.application;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Page;
import org.tctf.usermanagement.domain.Card;
import org.tctf.usermanagement.domain.CountryCode;
import org.tctf.usermanagement.domain.MembershipName;
import org.tctf.usermanagement.domain.Plan;

/** Port: finding members whose id one doesn't know. */
public interface Directory {

    /**
     * What to look for; whatever is absent does not matter.
     *
     * @param namePrefix how the shown name begins, whatever the case and accents
     */
    record Filter(
            @Nullable CountryCode country,
            @Nullable Plan plan,
            @Nullable String namePrefix) {}

    /**
     * Members by shown name; a change may take a moment to show.
     *
     * @param limit 1–100
     */
    Page<Card> page(Filter filter, int limit, @Nullable String cursor);

    /** The id of the member with this name, in any spelling. */
    Optional<String> idOf(MembershipName name);
}
