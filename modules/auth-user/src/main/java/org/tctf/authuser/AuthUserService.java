package org.tctf.authuser;

import java.time.Duration;
import org.tctf.authuser.adapter.events.DueCopies;
import org.tctf.authuser.adapter.events.DueErasures;
import org.tctf.authuser.adapter.events.OnDataExportPrepared;
import org.tctf.authuser.adapter.events.OnDataExportRequested;
import org.tctf.authuser.adapter.events.OnProfileUpdated;
import org.tctf.authuser.adapter.events.OnUserCreated;
import org.tctf.authuser.adapter.events.PendingMoves;
import org.tctf.authuser.application.ConcludeExports;
import org.tctf.authuser.application.DeleteDueAccounts;
import org.tctf.authuser.application.RequestPhoneVerification;
import org.tctf.authuser.domain.AccountDeleted;
import org.tctf.authuser.domain.AccountDeletionCancelled;
import org.tctf.authuser.domain.AccountDeletionScheduled;
import org.tctf.authuser.domain.AssembleExport;
import org.tctf.authuser.domain.DataExport;
import org.tctf.authuser.domain.DataExportReady;
import org.tctf.authuser.domain.DataExportRequested;
import org.tctf.authuser.domain.Deletion;
import org.tctf.authuser.domain.EmailChange;
import org.tctf.authuser.domain.EmailChangeRequested;
import org.tctf.authuser.domain.EmailChanged;
import org.tctf.authuser.domain.EraseAccount;
import org.tctf.authuser.domain.MoveEmail;
import org.tctf.authuser.domain.NewEmailProofRequested;
import org.tctf.authuser.domain.NewEmailTaken;
import org.tctf.authuser.domain.PendingEmailChange;
import org.tctf.authuser.domain.PendingNumber;
import org.tctf.authuser.domain.Phone;
import org.tctf.authuser.domain.PhoneRemoved;
import org.tctf.authuser.domain.PhoneVerificationRequested;
import org.tctf.authuser.domain.PhoneVerified;
import org.tctf.authuser.domain.PreferencesChanged;
import org.tctf.authuser.domain.UsernameRecoveryRequested;
import org.tctf.kernel.export.DataExportPrepared;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;

/** The account as its owner sees it. */
public final class AuthUserService implements Service {
    public static final AccessPattern MEMBER =
            AccessPattern.main("what is known of a member", "MEMBER#{userId}", "MEMBER");
    public static final AccessPattern PREFERENCES =
            AccessPattern.main("a member's preferences", "MEMBER#{userId}", "PREFERENCES");
    public static final AccessPattern EMAIL_CHANGE =
            AccessPattern.main("a member's change of address", "MEMBER#{userId}", "EMAIL-CHANGE");
    public static final AccessPattern PHONE = AccessPattern.main("a member's phone", "MEMBER#{userId}", "PHONE");
    public static final AccessPattern DELETION =
            AccessPattern.main("a member's deletion", "MEMBER#{userId}", "DELETION");
    public static final AccessPattern EXPORT =
            AccessPattern.main("a member's copy of their data", "MEMBER#{userId}", "EXPORT");
    public static final AccessPattern PIECE =
            AccessPattern.main("pieces of a copy", "EXPORT#{exportId}", "{service}#{number}");
    public static final AccessPattern WAITING =
            AccessPattern.index("GSI2", "copies that wait for services by age", "EXPORTS", "{requestedAt}#{userId}");
    public static final AccessPattern NAME =
            AccessPattern.main("whose a membership name is", "NAME#{folded}", "MEMBER");
    public static final AccessPattern DUE =
            AccessPattern.index("GSI1", "deletions by the time they are due", "DELETIONS", "{deletesAt}#{userId}");

    /** The key under which codes are digested and links are signed. */
    public static final String PROOF_KEY = "auth-user-proof";

    /** The purpose for which codes and links on their way to a message are encrypted. */
    public static final String PROOF = "account-proof";

    /** The store of the copies that members take along. */
    public static final String COPIES = "copies";

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("auth-user")
            .summary("Shows members their account, and lets them change its address, take their data along, and go.")
            .owner("identity")
            .criticality(Criticality.CRITICAL)
            .table(MEMBER, PREFERENCES, EMAIL_CHANGE, PHONE, DELETION, NAME, DUE, EXPORT, PIECE, WAITING)
            .objects(COPIES, DataExport.KEPT)
            .publishes(PreferencesChanged.class, UsernameRecoveryRequested.class)
            .publishes(EmailChangeRequested.class, NewEmailProofRequested.class, NewEmailTaken.class)
            .publishes(EmailChanged.class, AccountDeletionScheduled.class, AccountDeletionCancelled.class)
            .publishes(AccountDeleted.class, DataExportRequested.class, DataExportReady.class)
            .publishes(PhoneVerificationRequested.class, PhoneVerified.class, PhoneRemoved.class)
            .exports(OnDataExportRequested.class)
            .consumes("DATA_EXPORT_PREPARED", DataExportPrepared.class, OnDataExportPrepared.class)
            .consumes("USER_CREATED", OnUserCreated.UserCreated.class, OnUserCreated.class)
            .consumes("PROFILE_UPDATED", OnProfileUpdated.ProfileUpdated.class, OnProfileUpdated.class)
            .queue(MoveEmail.class, PendingMoves.class)
            .tuned(Duration.ofSeconds(30), 20, 4)
            .queue(EraseAccount.class, DueErasures.class)
            .tuned(Duration.ofSeconds(30), 20, 4)
            .queue(AssembleExport.class, DueCopies.class)
            .tuned(Duration.ofMinutes(2), 20, 2)
            .schedule("conclude-exports", Duration.ofMinutes(5), ConcludeExports.class)
            .schedule("delete-due-accounts", Duration.ofHours(1), DeleteDueAccounts.class)
            .secret(PROOF_KEY)
            .encrypts(PROOF)
            .decrypts(PersonalDataExport.PURPOSE)
            .provider("identity")
            .metric("addresses.changed", EmailChanged.class)
            .metric("phones.verified", PhoneVerified.class)
            .metric("deletions.scheduled", AccountDeletionScheduled.class)
            .metric("accounts.deleted", AccountDeleted.class)
            .limit("minutes that the codes of a new address are good", PendingEmailChange.LIFE.toMinutes())
            .limit("wrong codes of a new address", PendingEmailChange.MAX_ATTEMPTS)
            .limit("minutes that the code of a phone number is good", PendingNumber.LIFE.toMinutes())
            .limit("wrong codes of a phone number", PendingNumber.MAX_ATTEMPTS)
            .limit("seconds between two codes to a phone", Phone.PAUSE.toSeconds())
            .limit("codes to phones that a member gets in a day", Phone.CODES_A_DAY)
            .limit("codes to one number in a day", RequestPhoneVerification.CODES_TO_A_NUMBER)
            .limit("codes to one country in a day", RequestPhoneVerification.CODES_TO_A_COUNTRY)
            .limit("days to undo a change of address", EmailChange.UNDO.toDays())
            .limit("minutes that services have to answer for a copy", DataExport.PATIENCE.toMinutes())
            .limit("days that a copy is kept", DataExport.KEPT.toDays())
            .limit("days until a deleted account is erased", Deletion.GRACE.toDays())
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
