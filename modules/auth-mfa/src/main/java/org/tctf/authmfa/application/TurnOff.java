package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.authmfa.domain.CodeKind;
import org.tctf.authmfa.domain.Disabling;
import org.tctf.authmfa.domain.Ruling;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Turns the second factor off. Takes a recent proof and a code: of the app, or a backup code of who has lost it. */
@Singleton
public class TurnOff {
    private final AcceptCode acceptCode;
    private final Factors factors;
    private final SettleFactor settleFactor;
    private final InstantSource clock;

    public TurnOff(AcceptCode acceptCode, Factors factors, SettleFactor settleFactor, InstantSource clock) {
        this.acceptCode = acceptCode;
        this.factors = factors;
        this.settleFactor = settleFactor;
        this.clock = clock;
    }

    /** @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}; as {@link AcceptCode#accept} */
    public void turnOff(Principal caller, CodeKind kind, String code) {
        caller.requireRecentProof(clock);
        acceptCode.accept(new AcceptCode.Attempt(caller.memberId(), kind, code, null));
        factors.decide(caller.memberId(), factor -> Ruling.nothing(Disabling.after(factor.usable()), kind));
        settleFactor.settle(caller.memberId());
    }
}
