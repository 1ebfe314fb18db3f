package org.tctf.authadmin.adapter.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.application.SearchUsers;
import org.tctf.authadmin.domain.FoundUser.Status;
import org.tctf.authadmin.domain.Plan;
import org.tctf.authadmin.domain.Tier;
import org.tctf.authadmin.domain.UserFilter;
import org.tctf.authadmin.domain.WantedRole;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.table.Page;

@Controller("/v1/users/search")
@RolesAllowed("STAFF")
class UserSearchController {
    private final SearchUsers searchUsers;

    UserSearchController(SearchUsers searchUsers) {
        this.searchUsers = searchUsers;
    }

    /**
     * Finds accounts, newest first. A page may have fewer than the limit, or none, and yet a next one.
     *
     * @param email the whole address
     * @param membershipName the whole name, in any case
     * @param role those who have it; MEMBER: those who have no other
     * @param city as said at sign-up, in any case
     * @param country as said at sign-up, ISO 3166-1 alpha-2
     */
    @Get
    Page<UserView> search(
            @Nullable @QueryValue @Size(max = 254) String email,
            @Nullable @QueryValue @Pattern(regexp = "^[a-zA-Z0-9_]{3,50}$") String membershipName,
            @Nullable @QueryValue WantedRole role,
            @Nullable @QueryValue Status status,
            @Nullable @QueryValue Plan plan,
            @Nullable @QueryValue Tier tier,
            @Nullable @QueryValue @Size(min = 1, max = 100) String city,
            @Nullable @QueryValue @Pattern(regexp = "^[A-Z]{2}$") String country,
            @QueryValue(defaultValue = "20") @Min(1) @Max(SearchUsers.MAX) int limit,
            @Nullable @QueryValue String cursor) {
        UserFilter filter = new UserFilter(
                email == null ? null : new EmailAddress(email),
                membershipName,
                role,
                status,
                plan,
                tier,
                city,
                country);
        return searchUsers.search(filter, limit, cursor).map(UserView::of);
    }
}
