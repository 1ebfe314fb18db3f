package org.tctf.authuser.adapter.store;

import jakarta.inject.Singleton;
import org.tctf.authuser.AuthUserService;
import org.tctf.authuser.domain.Preferences;
import org.tctf.kernel.table.ServiceTables;

/** Members' preferences. */
@Singleton
public class TablePreferences extends TableRecords<Preferences> {

    public TablePreferences(ServiceTables tables) {
        super(tables, AuthUserService.PREFERENCES, Preferences.class);
    }

    @Override
    long order(Preferences state) {
        return state.version();
    }
}
