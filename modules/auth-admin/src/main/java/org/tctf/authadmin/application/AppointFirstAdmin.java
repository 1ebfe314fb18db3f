package org.tctf.authadmin.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.tctf.authadmin.domain.Act;
import org.tctf.authadmin.domain.GrantableRole;
import org.tctf.authadmin.domain.Measure;
import org.tctf.authadmin.domain.Reason;
import org.tctf.identity.Accounts;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Standing;
import org.tctf.kernel.Ids;

/**
 * Makes whoever has confirmed the address that the installation names ADMIN, as long as nobody is. It runs every minute, so
 * it does not matter whether the account or the setting was first; with an ADMIN the setting has no effect any more.
 */
@Singleton
public class AppointFirstAdmin implements Runnable {
    private static final String ACTOR = "service:auth-admin";
    private static final Reason REASON = new Reason("TCTF_FIRST_ADMIN names this account's address.");

    private final FirstAdmin firstAdmin;
    private final IdentityProvider identity;
    private final Acts acts;
    private final CarryOutAct carryOutAct;
    private final Ids ids;
    private final InstantSource clock;

    public AppointFirstAdmin(
            FirstAdmin firstAdmin,
            IdentityProvider identity,
            Acts acts,
            CarryOutAct carryOutAct,
            Ids ids,
            InstantSource clock) {
        this.firstAdmin = firstAdmin;
        this.identity = identity;
        this.acts = acts;
        this.carryOutAct = carryOutAct;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void run() {
        Accounts accounts = identity.accounts();
        Optional<Standing> named =
                firstAdmin.address().filter(_ -> !accounts.hasAdmin()).flatMap(accounts::find);
        named.filter(Standing::maySignIn).ifPresent(this::appoint);
    }

    private void appoint(Standing candidate) {
        Act act = Act.order(
                ids.next().toString(),
                Measure.APPOINT_FIRST_ADMIN,
                candidate.account().id(),
                GrantableRole.ADMIN,
                ACTOR,
                REASON,
                clock.instant());
        acts.add(act);
        carryOutAct.carryOut(act.id());
    }
}
