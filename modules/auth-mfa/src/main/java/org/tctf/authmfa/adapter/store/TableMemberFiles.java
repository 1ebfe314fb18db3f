package org.tctf.authmfa.adapter.store;

import static org.tctf.authmfa.AuthMfaService.CEREMONY;
import static org.tctf.authmfa.AuthMfaService.CREDENTIAL;
import static org.tctf.authmfa.AuthMfaService.PASSKEYS;
import static org.tctf.authmfa.AuthMfaService.SECOND_FACTOR;

import jakarta.inject.Singleton;
import org.tctf.authmfa.AuthMfaService;
import org.tctf.authmfa.application.MemberFiles;
import org.tctf.authmfa.domain.Ceremony;
import org.tctf.authmfa.domain.Passkey;
import org.tctf.authmfa.domain.PasskeyRing;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** All that there is of a member: at most fourteen items, so one transaction. */
@Singleton
public class TableMemberFiles implements MemberFiles {
    private final ServiceTable table;

    public TableMemberFiles(ServiceTables tables) {
        table = tables.of(AuthMfaService.DEFINITION);
    }

    @Override
    public void erase(String userId) {
        Change change = Change.none().delete(SECOND_FACTOR.key(userId)).delete(PASSKEYS.key(userId));
        for (Ceremony.Kind kind : Ceremony.Kind.values()) {
            change = change.delete(CEREMONY.key(userId, kind));
        }
        PasskeyRing ring = table.get(PASSKEYS.key(userId), PasskeyRing.class).orElseGet(() -> PasskeyRing.of(userId));
        for (Passkey passkey : ring.passkeys()) {
            change = change.delete(CREDENTIAL.key(passkey.id()));
        }
        table.commit(change);
    }
}
