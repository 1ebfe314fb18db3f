package org.tctf.authmfa;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.AuthMfa.Client;
import org.tctf.identity.Accounts;
import org.tctf.identity.ExternalIdentity;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.Proof;
import org.tctf.identity.ProvedIdentity;
import org.tctf.identity.SignIns;
import org.tctf.kernel.EmailAddress;

/** What auth-core would have done before: accounts, and first proofs. */
record People(IdentityProvider identity) {

    static final String PASSWORD = "correct horse battery staple";

    /** @return a new member's id */
    String member() {
        EmailAddress email = address();
        var registered = (Accounts.Registration.Registered) identity.accounts().register(email, new Password(PASSWORD));
        identity.accounts().confirm(registered.accountId());
        return registered.accountId();
    }

    /** Who came by a provider; @return their id */
    String memberWithoutPassword() {
        String id = UUID.randomUUID().toString();
        EmailAddress email = address();
        ExternalIdentity elsewhere = new ExternalIdentity("https://accounts.example.com", id);
        identity.accounts().admit(id, email, new ProvedIdentity(elsewhere, email, null, null));
        return id;
    }

    private static EmailAddress address() {
        return new EmailAddress("ada-%s@example.org".formatted(UUID.randomUUID()));
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
