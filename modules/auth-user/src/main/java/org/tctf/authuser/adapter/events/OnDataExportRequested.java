package org.tctf.authuser.adapter.events;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tctf.authuser.AuthUserService;
import org.tctf.authuser.application.Members;
import org.tctf.authuser.application.Records;
import org.tctf.authuser.domain.Deletion;
import org.tctf.authuser.domain.Preferences;
import org.tctf.identity.IdentityProvider;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.table.ServiceTables;

/** A member gets their account, sessions, linked identities and preferences. */
@Singleton
public class OnDataExportRequested extends PersonalDataExport {
    private final IdentityProvider identity;
    private final Members members;
    private final Records<Preferences> preferences;
    private final Records<Deletion> deletions;

    public OnDataExportRequested(
            IdentityProvider identity,
            Members members,
            Records<Preferences> preferences,
            Records<Deletion> deletions,
            ServiceTables tables,
            Codec codec,
            Encryption encryption) {
        super(AuthUserService.DEFINITION, tables, codec, encryption);
        this.identity = identity;
        this.members = members;
        this.preferences = preferences;
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
        deletions.find(memberId).ifPresent(deletion -> kept.put("deletion", deletion));
        return kept;
    }
}
