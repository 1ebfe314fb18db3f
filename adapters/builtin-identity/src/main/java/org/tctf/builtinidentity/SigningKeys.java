package org.tctf.builtinidentity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/**
 * The key that signs: the newest of the {@link KeyRing}, opened when it is first needed and replaced when its time is up.
 * Only who issues tokens has this, and with it the right to write the ring and to decrypt.
 */
final class SigningKeys {
    static final String PURPOSE = "signing-key";

    private final ServiceTable table;
    private final KnownKeys known;
    private final Encryption encryption;
    private final InstantSource clock;
    private volatile @Nullable SigningKey opened;

    SigningKeys(ServiceTable table, KnownKeys known, Encryption encryption, InstantSource clock) {
        this.table = table;
        this.known = known;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** The key that signs now. */
    SigningKey current() {
        KeyRing.Entry newest = upToDate(known.ring()).newestFirst().getFirst();
        SigningKey key = opened;
        if (key == null || !key.id().equals(newest.id())) {
            key = SigningKey.parse(encryption.decrypt(PURPOSE, newest.privateJwk()));
            opened = key;
        }
        return key;
    }

    /** The public keys as a JWK Set (RFC 7517 §5). */
    String publicJson() {
        try {
            List<JWK> keys = new ArrayList<>();
            for (KeyRing.Entry key :
                    upToDate(known.ring()).validAt(clock.instant()).toList()) {
                keys.add(JWK.parse(key.publicJwk()));
            }
            return new JWKSet(keys).toString(true);
        } catch (ParseException damaged) {
            throw new IllegalStateException("a public key in the identity provider's table is damaged", damaged);
        }
    }

    /** Makes a new key now; the old ones go on verifying. */
    void rotate() {
        table.retrying(() -> add(known.read()));
    }

    private KeyRing upToDate(KeyRing ring) {
        return ring.needsKeyAt(clock.instant()) ? table.retrying(this::replaceWhenDue) : ring;
    }

    private KeyRing replaceWhenDue() {
        KeyRing now = known.read();
        return now.needsKeyAt(clock.instant()) ? add(now) : now;
    }

    private KeyRing add(KeyRing before) {
        Instant now = clock.instant();
        SigningKey key = SigningKey.fresh();
        KeyRing after = before.with(
                new KeyRing.Entry(key.id(), now, key.publicJwk(), encryption.encrypt(PURPOSE, key.privateJwk())), now);
        Row row = Row.of(ProviderTable.KEY_RING.key(), after);
        table.commit(
                before.version() == 0
                        ? Change.none().create(row)
                        : Change.none().replace(row, before.version()));
        return known.read();
    }
}
