package org.tctf.authmfa;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.AuthMfa.Client;
import org.tctf.identity.Accounts;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.Proof;
import org.tctf.identity.SignIns;
import org.tctf.kernel.EmailAddress;

/** What auth-core would have done before: accounts, and first proofs. */
record People(IdentityProvider identity) {

    /** @return a new member's id */
    String member() {
        EmailAddress email = new EmailAddress("ada-%s@example.org".formatted(UUID.randomUUID()));
        var registered = (Accounts.Registration.Registered)
                identity.accounts().register(email, new Password("correct horse battery staple"));
        identity.accounts().confirm(registered.accountId());
        return registered.accountId();
    }

    EmailAddress addressOf(String userId) {
        return identity.accounts().find(userId).orElseThrow().account().email();
    }

    /** Signed in with a password alone, while that is enough. */
    Client signedIn(String userId) {
        return client((SignIns.Opened) begin(userId, null));
    }

    SignIns.Step begin(String userId, @Nullable String trustedDevice) {
        return identity.signIns().begin(userId, Proof.PASSWORD, "a test", trustedDevice);
    }

    String challenge(String userId) {
        return ((SignIns.SecondFactorNeeded) begin(userId, null)).challenge();
    }

    List<Proof> proofsOf(Client client) {
        return identity.sessions().of(client.userId()).stream()
                .filter(session -> session.id().equals(client.sessionId()))
                .findFirst()
                .orElseThrow()
                .proofs();
    }

    static Client client(SignIns.Opened opened) {
        return new Client(
                opened.account().id(),
                opened.tokens().sessionId(),
                opened.tokens().accessToken(),
                null);
    }
}
