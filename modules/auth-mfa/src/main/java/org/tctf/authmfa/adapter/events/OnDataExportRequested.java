package org.tctf.authmfa.adapter.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.AuthMfaService;
import org.tctf.authmfa.application.Factors;
import org.tctf.authmfa.application.Passkeys;
import org.tctf.authmfa.domain.Passkey;
import org.tctf.authmfa.domain.Usable;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.table.ServiceTables;

/** A member gets how their second factor stands, and their passkeys as they know them: no secret, no key, no code. */
@Singleton
public class OnDataExportRequested extends PersonalDataExport {
    /** An authenticator app. */
    record App(int backupCodesLeft) {}

    /** A passkey without its public key. */
    record Key(
            String id,
            String name,
            boolean backedUp,
            List<String> transports,
            Instant createdAt,
            @Nullable Instant usedAt) {

        static Key of(Passkey passkey) {
            return new Key(
                    passkey.id(),
                    passkey.name(),
                    passkey.backedUp(),
                    passkey.transports(),
                    passkey.createdAt(),
                    passkey.usedAt());
        }
    }

    private final Factors factors;
    private final Passkeys passkeys;

    public OnDataExportRequested(
            Factors factors, Passkeys passkeys, ServiceTables tables, Codec codec, Encryption encryption) {
        super(AuthMfaService.DEFINITION, tables, codec, encryption);
        this.factors = factors;
        this.passkeys = passkeys;
    }

    @Override
    protected Map<String, ?> keptOf(String memberId) {
        Map<String, Object> kept = new LinkedHashMap<>();
        if (factors.of(memberId) instanceof Usable usable) {
            kept.put("second-factor", new App(usable.factor().backupCodes().size()));
        }
        List<Key> keys = passkeys.of(memberId).passkeys().stream().map(Key::of).toList();
        if (!keys.isEmpty()) {
            kept.put("passkeys", keys);
        }
        return kept;
    }
}
