package org.tctf.authcore.adapter.events;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tctf.authcore.AuthCoreService;
import org.tctf.authcore.application.HeldNames;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.table.ServiceTables;

/** A member gets the membership name that they hold. Sign-ups are forgotten after a day; accounts and sessions are auth-user's answer. */
@Singleton
public class OnDataExportRequested extends PersonalDataExport {
    private final HeldNames names;

    public OnDataExportRequested(HeldNames names, ServiceTables tables, Codec codec, Encryption encryption) {
        super(AuthCoreService.DEFINITION, tables, codec, encryption);
        this.names = names;
    }

    @Override
    protected Map<String, ?> keptOf(String memberId) {
        return names.heldBy(memberId)
                .<Map<String, ?>>map(name -> Map.of("membership-name", Map.of("name", name)))
                .orElse(Map.of());
    }
}
