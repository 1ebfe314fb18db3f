package org.tctf.authuser.adapter.store;

import jakarta.inject.Singleton;
import org.tctf.authuser.AuthUserService;
import org.tctf.authuser.domain.Phone;
import org.tctf.kernel.table.ServiceTables;

/** Members' phones. */
@Singleton
public class TablePhones extends TableRecords<Phone> {

    public TablePhones(ServiceTables tables) {
        super(tables, AuthUserService.PHONE, Phone.class);
    }

    @Override
    long order(Phone state) {
        return state.version();
    }
}
