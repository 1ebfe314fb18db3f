package org.tctf.authuser.adapter.store;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.tctf.authuser.AuthUserService;
import org.tctf.authuser.domain.EmailChange;
import org.tctf.authuser.domain.MoveEmail;
import org.tctf.authuser.domain.MovingEmail;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ServiceTables;

/** Changes of address. They are forgotten when they are over, so their facts are ordered by the millisecond. */
@Singleton
public class TableEmailChanges extends TableRecords<EmailChange> {
    /** By then the request that decided it has moved the account, or never will. */
    private static final Duration REQUEST_IS_OVER = Duration.ofSeconds(5);

    private final InstantSource clock;

    public TableEmailChanges(ServiceTables tables, InstantSource clock) {
        super(tables, AuthUserService.EMAIL_CHANGE, EmailChange.class);
        this.clock = clock;
    }

    @Override
    Change commands(EmailChange state) {
        return state instanceof MovingEmail
                ? Change.none().enqueue(new MoveEmail(state.userId()), REQUEST_IS_OVER)
                : Change.none();
    }

    @Override
    long order(EmailChange state) {
        return clock.millis();
    }
}
