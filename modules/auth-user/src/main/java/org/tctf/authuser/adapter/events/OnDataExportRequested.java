package org.tctf.authuser.adapter.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.authuser.AuthUserService;
import org.tctf.authuser.application.Members;
import org.tctf.authuser.application.Records;
import org.tctf.authuser.domain.Deletion;
import org.tctf.authuser.domain.PendingNumber;
import org.tctf.authuser.domain.Phone;
import org.tctf.authuser.domain.Preferences;
import org.tctf.authuser.domain.ProvedNumber;
import org.tctf.identity.IdentityProvider;
import org.tctf.kernel.Codec;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.table.ServiceTables;

/** A member gets their account, sessions, linked identities and preferences. */
@Singleton
public class OnDataExportRequested extends PersonalDataExport {

    /** A member's phone without what only we can do something with. */
    record KeptPhone(
            @Nullable ProvedNumber verified, @Nullable PhoneNumber waiting, List<Instant> codesAskedFor) {

        static KeptPhone of(Phone phone) {
            PendingNumber pending = phone.pending();
            return new KeptPhone(phone.proved(), pending == null ? null : pending.number(), phone.asked());
        }
    }

    private final IdentityProvider identity;
    private final Members members;
    private final Records<Preferences> preferences;
    private final Records<Phone> phones;
    private final Records<Deletion> deletions;

    public OnDataExportRequested(
            IdentityProvider identity,
            Members members,
            Records<Preferences> preferences,
            Records<Phone> phones,
            Records<Deletion> deletions,
            ServiceTables tables,
            Codec codec,
            Encryption encryption) {
        super(AuthUserService.DEFINITION, tables, codec, encryption);
        this.identity = identity;
        this.members = members;
        this.preferences = preferences;
        this.phones = phones;
        this.deletions = deletions;
    }

    @Override
    protected Map<String, ?> keptOf(String memberId) {
        Map<String, Object> kept = new LinkedHashMap<>();
        identity.accounts().find(memberId).ifPresent(standing -> kept.put("account", standing));
        kept.put("sessions", identity.sessions().of(memberId));
        kept.put("linked-identities", identity.externalIdentities().of(memberId));
        kept.put("trusted-devices", identity.secondFactors().devices(memberId));
        members.find(memberId).ifPresent(member -> kept.put("member", member));
        preferences.find(memberId).ifPresent(chosen -> kept.put("preferences", chosen));
        phones.find(memberId).map(KeptPhone::of).ifPresent(phone -> kept.put("phone", phone));
        deletions.find(memberId).ifPresent(deletion -> kept.put("deletion", deletion));
        return kept;
    }
}
