package org.tctf.usermanagement.adapter.store;

import static org.tctf.usermanagement.UserManagementService.BY_NAME;
import static org.tctf.usermanagement.UserManagementService.HANDLE;
import static org.tctf.usermanagement.UserManagementService.OF_COUNTRY;
import static org.tctf.usermanagement.UserManagementService.OF_COUNTRY_AND_PLAN;
import static org.tctf.usermanagement.UserManagementService.OF_PLAN;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.usermanagement.UserManagementService;
import org.tctf.usermanagement.application.Directory;
import org.tctf.usermanagement.domain.Card;
import org.tctf.usermanagement.domain.CountryCode;
import org.tctf.usermanagement.domain.MembershipName;
import org.tctf.usermanagement.domain.Plan;

/** One index for each combination of filters, so that no page is read and then thrown away. */
@Singleton
public class TableDirectory implements Directory {
    private final ServiceTable table;

    public TableDirectory(ServiceTables tables) {
        table = tables.of(UserManagementService.DEFINITION);
    }

    @Override
    public Page<Card> page(Filter filter, int limit, @Nullable String cursor) {
        return table.page(query(filter).limit(limit), cursor, Card.class);
    }

    @Override
    public Optional<String> idOf(MembershipName name) {
        return table.get(HANDLE.key(name.handle()), HandleClaim.class).map(HandleClaim::memberId);
    }

    private static Query query(Filter filter) {
        CountryCode country = filter.country();
        Plan plan = filter.plan();
        String prefix = filter.namePrefix() == null ? "" : Card.folded(filter.namePrefix());
        if (country == null) {
            return plan == null ? BY_NAME.query(prefix) : OF_PLAN.query(plan, prefix);
        }
        return plan == null ? OF_COUNTRY.query(country, prefix) : OF_COUNTRY_AND_PLAN.query(country, plan, prefix);
    }
}
