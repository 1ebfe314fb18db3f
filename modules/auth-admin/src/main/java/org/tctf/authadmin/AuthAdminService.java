package org.tctf.authadmin;

import java.time.Duration;
import org.tctf.authadmin.adapter.events.OnAccountDeleted;
import org.tctf.authadmin.adapter.events.OnDataExportRequested;
import org.tctf.authadmin.adapter.events.OnEmailChanged;
import org.tctf.authadmin.adapter.events.OnEveryFact;
import org.tctf.authadmin.adapter.events.OnProfileUpdated;
import org.tctf.authadmin.adapter.events.OnSignUpConfirmed;
import org.tctf.authadmin.adapter.events.OnUserErased;
import org.tctf.authadmin.adapter.events.OrderedActs;
import org.tctf.authadmin.application.AppointFirstAdmin;
import org.tctf.authadmin.application.CarryOutOrderedAct;
import org.tctf.authadmin.application.ForgetOldAudit;
import org.tctf.authadmin.application.LinkAudit;
import org.tctf.authadmin.application.SearchUsers;
import org.tctf.authadmin.domain.ApiKeyCreated;
import org.tctf.authadmin.domain.ApiKeyRevoked;
import org.tctf.authadmin.domain.EverybodysSessionsEnded;
import org.tctf.authadmin.domain.Reason;
import org.tctf.authadmin.domain.RoleGranted;
import org.tctf.authadmin.domain.RoleRevoked;
import org.tctf.authadmin.domain.UserActivated;
import org.tctf.authadmin.domain.UserDeactivated;
import org.tctf.authadmin.domain.UserDisabled;
import org.tctf.authadmin.domain.UserEnabled;
import org.tctf.authadmin.domain.UserSessionsEnded;
import org.tctf.identity.ServiceKeys;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;

/** Who may do what, and the record of it. */
public final class AuthAdminService implements Service {
    public static final AccessPattern ACT = AccessPattern.main("an act of an administrator", "ACT#{actId}", "ACT");

    public static final AccessPattern USER =
            AccessPattern.main("a user as the search shows it", "USER#{userId}", "USER");
    public static final AccessPattern USERS =
            AccessPattern.index("GSI1", "users by time", "USERS", "{joinedAt}#{userId}");
    public static final AccessPattern OF_EMAIL =
            AccessPattern.index("GSI2", "the user with an address", "EMAIL#{email}", "{joinedAt}#{userId}");
    public static final AccessPattern OF_NAME =
            AccessPattern.index("GSI3", "the user with a membership name", "NAME#{folded}", "{joinedAt}#{userId}");
    public static final AccessPattern OF_COUNTRY =
            AccessPattern.index("GSI4", "users of a country by time", "COUNTRY#{country}", "{joinedAt}#{userId}");
    public static final AccessPattern NOTABLE = AccessPattern.index(
            "GSI5", "users with a role or a status of note by time", "NOTABLE", "{joinedAt}#{userId}");

    public static final AccessPattern AUDIT_WAITING = AccessPattern.main(
            "audit entries that wait to be sealed, oldest first", "AUDIT-WAITING", "{recordedAt}#{entryId}");
    public static final AccessPattern AUDIT_OF_MEMBER = AccessPattern.index(
            "GSI1", "audit entries about a member by time", "AUDIT-MEMBER#{memberId}", "{at}#{entryId}");
    public static final AccessPattern AUDIT_BY_ACTOR =
            AccessPattern.index("GSI2", "audit entries of an actor by time", "AUDIT-ACTOR#{actor}", "{at}#{entryId}");
    public static final AccessPattern AUDIT_OF_TYPE =
            AccessPattern.index("GSI3", "audit entries of a type by time", "AUDIT-TYPE#{type}", "{at}#{entryId}");
    public static final AccessPattern AUDIT_OF_DAY =
            AccessPattern.index("GSI4", "audit entries of a day by time", "AUDIT-DAY#{day}", "{at}#{entryId}");

    public static final AccessPattern AUDIT_CHAIN =
            AccessPattern.main("the audit chain, a thousand entries each", "AUDIT-CHAIN#{segment}", "{seq}");
    public static final AccessPattern AUDIT_END =
            AccessPattern.main("where the audit chain ends, and begins", "AUDIT-END", "{which}");

    /** The key under which the ends of the audit chain are sealed. */
    public static final String AUDIT_SEAL = "auth-admin-audit-seal";

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("auth-admin")
            .summary("Says who may do what, and keeps a record of it that nobody can change unseen.")
            .owner("identity")
            .criticality(Criticality.IMPORTANT)
            .table(ACT, USER, USERS, OF_EMAIL, OF_NAME, OF_COUNTRY, NOTABLE)
            .table(AUDIT_WAITING, AUDIT_OF_MEMBER, AUDIT_BY_ACTOR, AUDIT_OF_TYPE, AUDIT_OF_DAY)
            .table(AUDIT_CHAIN, AUDIT_END)
            .publishes(UserEnabled.class, UserDisabled.class, UserActivated.class, UserDeactivated.class)
            .publishes(UserSessionsEnded.class, EverybodysSessionsEnded.class)
            .publishes(RoleGranted.class, RoleRevoked.class, ApiKeyCreated.class, ApiKeyRevoked.class)
            .exports(OnDataExportRequested.class)
            .consumes("SIGN_UP_CONFIRMED", OnSignUpConfirmed.SignUpConfirmed.class, OnSignUpConfirmed.class)
            .consumes("PROFILE_UPDATED", OnProfileUpdated.ProfileUpdated.class, OnProfileUpdated.class)
            .consumes("EMAIL_CHANGED", OnEmailChanged.EmailChanged.class, OnEmailChanged.class)
            .consumes("USER_ERASED", OnUserErased.UserErased.class, OnUserErased.class)
            .consumes("ACCOUNT_DELETED", OnAccountDeleted.AccountDeleted.class, OnAccountDeleted.class)
            .consumesEverything(OnEveryFact.class)
            .queue(CarryOutOrderedAct.class, OrderedActs.class)
            .tuned(Duration.ofSeconds(30), 20, 4)
            .schedule("appoint-first-admin", Duration.ofMinutes(1), AppointFirstAdmin.class)
            .schedule("link-audit", Duration.ofMinutes(1), LinkAudit.class)
            .schedule("forget-old-audit", Duration.ofDays(1), ForgetOldAudit.class)
            .lastingSecret(AUDIT_SEAL)
            .provider("identity")
            .metric("users.disabled", UserDisabled.class)
            .metric("roles.granted", RoleGranted.class)
            .limit("characters of a reason", Reason.MAX)
            .limit("days that an audit entry is kept", ForgetOldAudit.KEPT.toDays())
            .limit("service keys", ServiceKeys.MAX)
            .limit("days that a service key lives", ServiceKeys.LONGEST.toDays())
            .limit("users in one answer", SearchUsers.MAX)
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
