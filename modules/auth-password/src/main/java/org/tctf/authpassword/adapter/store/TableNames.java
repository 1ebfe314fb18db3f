package org.tctf.authpassword.adapter.store;

import static org.tctf.authpassword.AuthPasswordService.NAMES;
import static org.tctf.authpassword.AuthPasswordService.REPLACEMENT;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.authpassword.AuthPasswordService;
import org.tctf.authpassword.application.Names;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Names as an item of the account. */
@Singleton
public class TableNames implements Names {

    record Known(List<String> names) {}

    private final ServiceTable table;

    public TableNames(ServiceTables tables) {
        table = tables.of(AuthPasswordService.DEFINITION);
    }

    @Override
    public void learn(String accountId, List<String> names) {
        table.commit(Change.none().put(Row.of(NAMES.key(accountId), new Known(names))));
    }

    @Override
    public List<String> of(String accountId) {
        return table.get(NAMES.key(accountId), Known.class).map(Known::names).orElse(List.of());
    }

    @Override
    public void forget(String accountId) {
        table.commit(Change.none().delete(NAMES.key(accountId)).delete(REPLACEMENT.key(accountId)));
    }
}
