package org.tctf.authpassword.adapter.events;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.tctf.authpassword.AuthPasswordService;
import org.tctf.authpassword.application.Names;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.table.ServiceTables;

/** A member gets the words that must not make up their password. Hashes are secret, and a reset is forgotten within the hour. */
@Singleton
public class OnDataExportRequested extends PersonalDataExport {
    private final Names names;

    public OnDataExportRequested(Names names, ServiceTables tables, Codec codec, Encryption encryption) {
        super(AuthPasswordService.DEFINITION, tables, codec, encryption);
        this.names = names;
    }

    @Override
    protected Map<String, ?> keptOf(String memberId) {
        List<String> known = names.of(memberId);
        return known.isEmpty() ? Map.of() : Map.of("words-not-for-the-password", known);
    }
}
