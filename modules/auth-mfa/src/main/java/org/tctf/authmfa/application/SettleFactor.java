package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import org.tctf.authmfa.domain.Ruling;
import org.tctf.authmfa.domain.SecondFactor;
import org.tctf.identity.IdentityProvider;

/**
 * Brings a second factor that is being turned on or off to its end: tells the provider, then announces it.
 *
 * <p>Three writes in two stores, and a crash may come between any two:
 *
 * <ol>
 *   <li>The factor is {@code Enabling} or {@code Disabling}, and a command to finish it lies in our own queue: one commit.
 *       Its codes are accepted from here on, or still.
 *   <li>The provider asks for it, or no longer does. Saying so again changes nothing.
 *   <li>The factor is {@code On} or {@code Off} and MFA_ENABLED or MFA_DISABLED published: one commit.
 * </ol>
 *
 * <p>After a crash behind 1 or 2 the command does the rest. Whenever the provider asks for a code there is one that is
 * accepted: it is told to ask after the codes are kept, and they are forgotten after it was told to stop. The very next
 * sign-in obeys, since the provider decides in the transaction that opens the session.
 *
 * <p>A late call of somebody slow could leave the provider asking for a factor that was turned off meanwhile. So whoever has
 * told it something looks afterwards whether that still holds, and if not, says what does.
 */
@Singleton
public class SettleFactor {
    private final IdentityProvider identity;
    private final Factors factors;

    public SettleFactor(IdentityProvider identity, Factors factors) {
        this.identity = identity;
        this.factors = factors;
    }

    public void settle(String userId) {
        SecondFactor told = factors.of(userId);
        SecondFactor holds = tell(told);
        while (holds.isNeeded() != told.isNeeded()) {
            told = holds;
            holds = tell(told);
        }
    }

    private SecondFactor tell(SecondFactor factor) {
        if (factor.isNeeded()) {
            identity.secondFactors().require(factor.userId());
        } else {
            identity.secondFactors().lift(factor.userId());
        }
        return factors.decide(
                factor.userId(),
                present ->
                        present.isNeeded() == factor.isNeeded() ? present.settled() : Ruling.nothing(present, present));
    }
}
