package org.tctf.__package__.adapter.events;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tctf.__package__.__Name__Service;
import org.tctf.__package__.application.Entries;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.ServiceTables;

/** A member gets a copy of their entries, the oldest {@value #MOST} of them. */
@Singleton
public class OnDataExportRequested extends PersonalDataExport {
    private static final int PAGE = 100;
    private static final int MOST = 10_000;

    private final Entries entries;

    public OnDataExportRequested(Entries entries, ServiceTables tables, Codec codec, Encryption encryption) {
        super(__Name__Service.DEFINITION, tables, codec, encryption);
        this.entries = entries;
    }

    @Override
    protected Map<String, ?> keptOf(String memberId) {
        return Map.of("entries", Page.read(MOST, cursor -> entries.of(memberId, PAGE, cursor)));
    }
}
