package org.tctf.usermanagement;

import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.usermanagement.adapter.events.OnAccountDeleted;
import org.tctf.usermanagement.adapter.events.OnDataExportRequested;
import org.tctf.usermanagement.adapter.events.OnEmailChanged;
import org.tctf.usermanagement.adapter.events.OnSignUpConfirmed;
import org.tctf.usermanagement.domain.Basic;
import org.tctf.usermanagement.domain.Interests;
import org.tctf.usermanagement.domain.Professional;
import org.tctf.usermanagement.domain.ProfileCompleted;
import org.tctf.usermanagement.domain.ProfileUpdated;
import org.tctf.usermanagement.domain.UserCreated;
import org.tctf.usermanagement.domain.UserErased;

/** The member record of truth. */
public final class UserManagementService implements Service {
    public static final AccessPattern MEMBER = AccessPattern.main("a member", "MEMBER#{memberId}", "MEMBER");
    public static final AccessPattern CARD =
            AccessPattern.main("what lists show of a member", "MEMBER#{memberId}", "CARD");
    public static final AccessPattern HANDLE = AccessPattern.main("who has a name", "HANDLE#{handle}", "HANDLE");
    public static final AccessPattern BY_NAME = AccessPattern.index("GSI1", "members by name", "MEMBERS", "{name}");
    public static final AccessPattern OF_COUNTRY =
            AccessPattern.index("GSI2", "members of a country by name", "COUNTRY#{country}", "{name}");
    public static final AccessPattern OF_PLAN =
            AccessPattern.index("GSI3", "members with a plan by name", "PLAN#{plan}", "{name}");
    public static final AccessPattern OF_COUNTRY_AND_PLAN = AccessPattern.index(
            "GSI4", "members of a country with a plan by name", "COUNTRY#{country}#PLAN#{plan}", "{name}");

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("user-management")
            .summary("Keeps each member's record and profile, and shows of it to each viewer what they may see.")
            .owner("members")
            .criticality(Criticality.CRITICAL)
            .table(MEMBER, CARD, HANDLE, BY_NAME, OF_COUNTRY, OF_PLAN, OF_COUNTRY_AND_PLAN)
            .publishes(UserCreated.class, ProfileUpdated.class, ProfileCompleted.class, UserErased.class)
            .exports(OnDataExportRequested.class)
            .consumes("SIGN_UP_CONFIRMED", OnSignUpConfirmed.SignUpConfirmed.class, OnSignUpConfirmed.class)
            .consumes("EMAIL_CHANGED", OnEmailChanged.EmailChanged.class, OnEmailChanged.class)
            .consumes("ACCOUNT_DELETED", OnAccountDeleted.AccountDeleted.class, OnAccountDeleted.class)
            .metric("members.created", UserCreated.class)
            .metric("members.erased", UserErased.class)
            .metric("profiles.completed", ProfileCompleted.class)
            .limit("characters of a bio", Basic.MAX_BIO)
            .limit("years of experience", Professional.MAX_YEARS)
            .limit("interests of a member", Interests.MAX_COUNT)
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
