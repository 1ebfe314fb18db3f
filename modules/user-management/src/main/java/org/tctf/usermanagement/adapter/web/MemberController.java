package org.tctf.usermanagement.adapter.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;
import org.tctf.usermanagement.application.Directory;
import org.tctf.usermanagement.application.ListMembers;
import org.tctf.usermanagement.application.LookUpMember;
import org.tctf.usermanagement.domain.Basic;
import org.tctf.usermanagement.domain.CountryCode;
import org.tctf.usermanagement.domain.MembershipName;
import org.tctf.usermanagement.domain.Plan;

@Controller("/v1/members")
class MemberController {
    private final ListMembers listMembers;
    private final LookUpMember lookUpMember;

    MemberController(ListMembers listMembers, LookUpMember lookUpMember) {
        this.listMembers = listMembers;
        this.lookUpMember = lookUpMember;
    }

    /**
     * Lists members by shown name.
     *
     * @param country only those who show that they are in this country, ISO 3166-1 alpha-2
     * @param plan only those with this plan
     * @param name only those whose shown name begins so, whatever the case and accents
     */
    @Get
    Page<CardView> list(
            @Nullable @QueryValue @Pattern(regexp = "^[A-Z]{2}$") String country,
            @Nullable @QueryValue Plan plan,
            @Nullable @QueryValue @Size(max = Basic.MAX_NAME) String name,
            @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Nullable @QueryValue String cursor) {
        var filter = new Directory.Filter(
                country == null ? null : Pointed.at("/country", () -> new CountryCode(country)), plan, name);
        return listMembers.list(filter, limit, cursor).map(CardView::of);
    }

    /** Shows the profile of the member with this name, in any spelling, as far as the caller may see it. */
    @Get("/{membershipName}")
    @PermitAll
    ProfileView lookUp(@Pattern(regexp = "^[a-zA-Z0-9_]{3,50}$") String membershipName, @Nullable Principal caller) {
        return ProfileView.of(lookUpMember.lookUp(new MembershipName(membershipName), caller));
    }
}
