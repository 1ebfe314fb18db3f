package org.tctf.authadmin.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.tctf.authadmin.domain.Act;
import org.tctf.authadmin.domain.Measure;
import org.tctf.authadmin.domain.Reason;
import org.tctf.identity.Principal;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;

/** Signs everybody out, the caller too: for a day on which nobody knows whose tokens were stolen. */
@Singleton
public class EndEverybodysSessions {
    private final Acts acts;
    private final CarryOutAct carryOutAct;
    private final Ids ids;
    private final InstantSource clock;

    public EndEverybodysSessions(Acts acts, CarryOutAct carryOutAct, Ids ids, InstantSource clock) {
        this.acts = acts;
        this.carryOutAct = carryOutAct;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @return up to when they have ended
     * @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}
     */
    public Instant end(Principal caller, Reason reason) {
        caller.requireRecentProof(clock);
        Act act = Act.orderForEverybody(
                ids.next().toString(), Measure.END_EVERYBODYS_SESSIONS, caller.memberId(), reason, clock.instant());
        acts.add(act);
        return carryOutAct.carryOut(act.id()).orderedAt();
    }
}
