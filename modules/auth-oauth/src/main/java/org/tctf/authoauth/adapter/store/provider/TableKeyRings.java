package org.tctf.authoauth.adapter.store.provider;

import static org.tctf.authoauth.AuthOauthService.KEY_RING;

import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.adapter.jose.KeyRing;
import org.tctf.authoauth.adapter.jose.KeyRings;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** The ring is one item, replaced by its version: two processes that rotate at once end up with one new key. */
@Singleton
public class TableKeyRings implements KeyRings {
    private final ServiceTable table;

    public TableKeyRings(ServiceTables tables) {
        table = tables.of(AuthOauthService.DEFINITION);
    }

    @Override
    public KeyRing read() {
        return table.get(KEY_RING.key(), KeyRing.class).orElse(KeyRing.EMPTY);
    }

    @Override
    public KeyRing change(UnaryOperator<KeyRing> change) {
        return table.retrying(() -> {
            KeyRing before = read();
            KeyRing after = change.apply(before);
            if (after.version() != before.version()) {
                Row row = Row.of(KEY_RING.key(), after);
                table.commit(
                        before.version() == 0
                                ? Change.none().create(row)
                                : Change.none().replace(row, before.version()));
            }
            return after;
        });
    }
}
