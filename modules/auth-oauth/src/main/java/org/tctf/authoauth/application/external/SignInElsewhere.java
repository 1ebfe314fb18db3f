package org.tctf.authoauth.application.external;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.identity.ExternalIdentities;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Proof;
import org.tctf.identity.ProvedIdentity;
import org.tctf.identity.SignIns;
import org.tctf.identity.Standing;
import org.tctf.kernel.Problem;

/**
 * Signs in whoever has come back from a provider. An identity that is a way into an account is one at once; one that is not
 * becomes one by a sign-up, or by its member's own act, never because two addresses are the same: whoever gets hold of an
 * address elsewhere would get the account here (RFC 9700 §4.4; OpenID Connect Core §5.7).
 */
@Singleton
public class SignInElsewhere {
    private final FindProvider findProvider;
    private final EndAttempt endAttempt;
    private final IdentityProvider identity;
    private final CompletedSignIns completed;

    public SignInElsewhere(
            FindProvider findProvider, EndAttempt endAttempt, IdentityProvider identity, CompletedSignIns completed) {
        this.findProvider = findProvider;
        this.endAttempt = endAttempt;
        this.identity = identity;
        this.completed = completed;
    }

    /** How it ended. */
    public sealed interface Outcome {

        /** There is a session, or a second factor is asked for. */
        record KnownMember(SignIns.Step step) implements Outcome {}

        /** Nobody knows them yet; the ticket is for the sign-up. */
        record SignUpRequired(String ticket, ProvedIdentity person) implements Outcome {}

        /** Their address has an account: its member signs in there, and links. */
        record LinkRequired(ProvedIdentity person) implements Outcome {}
    }

    /**
     * @throws Problem {@code UNKNOWN_PROVIDER}, {@code UNKNOWN_ATTEMPT}, {@code EXTERNAL_SIGN_IN_REFUSED}, {@code
     *     EMAIL_NOT_VERIFIED}, {@code PROVIDER_UNAVAILABLE}, {@code ACCOUNT_DISABLED}, {@code ACCOUNT_INACTIVE}
     */
    public Outcome signIn(
            String providerId, EndAttempt.Back back, @Nullable String device, @Nullable String trustedDevice) {
        SignInProvider provider = findProvider.find(providerId);
        Claimed claimed = endAttempt.end(provider, back, null);
        ExternalIdentities links = identity.externalIdentities();
        String accountId = links.accountOf(claimed.identity()).orElse(null);
        if (accountId != null) {
            SignIns.Step step = identity.signIns().begin(accountId, Proof.EXTERNAL_IDENTITY, device, trustedDevice);
            if (step instanceof SignIns.Opened opened) {
                completed.tell(opened);
            }
            return new Outcome.KnownMember(step);
        }
        ProvedIdentity person = claimed.withVerifiedEmail(provider.name());
        boolean hasAccount = identity.accounts()
                .find(person.email())
                .filter(Standing::confirmed)
                .isPresent();
        return hasAccount
                ? new Outcome.LinkRequired(person)
                : new Outcome.SignUpRequired(links.remember(person), person);
    }
}
