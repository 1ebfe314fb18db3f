package org.tctf.authoauth.external;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.adapter.crypto.SystemSecrets;
import org.tctf.authoauth.adapter.events.FinishLinkChanges;
import org.tctf.authoauth.adapter.store.external.TableAttempts;
import org.tctf.authoauth.adapter.store.external.TableLinkChanges;
import org.tctf.authoauth.adapter.store.external.TableSignInProviders;
import org.tctf.authoauth.application.external.BeginAttempt;
import org.tctf.authoauth.application.external.Begun;
import org.tctf.authoauth.application.external.Claimed;
import org.tctf.authoauth.application.external.EndAttempt;
import org.tctf.authoauth.application.external.EndExternalSessions;
import org.tctf.authoauth.application.external.FindProvider;
import org.tctf.authoauth.application.external.ForeignProofs;
import org.tctf.authoauth.application.external.LinkChanges;
import org.tctf.authoauth.application.external.LinkIdentity;
import org.tctf.authoauth.application.external.SettleLinkChange;
import org.tctf.authoauth.application.external.UnlinkIdentity;
import org.tctf.authoauth.domain.external.AttemptSecret;
import org.tctf.authoauth.domain.external.LinkChange;
import org.tctf.authoauth.domain.external.ProviderKind;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.authoauth.domain.provider.RedirectUri;
import org.tctf.builtinidentity.BuiltinIdentity;
import org.tctf.builtinidentity.HashingCost;
import org.tctf.builtinidentity.ProviderSettings;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.ExternalIdentities.Link;
import org.tctf.identity.ExternalIdentity;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.event.Envelope;
import org.tctf.testing.Fuse;
import org.tctf.testing.Workbench;

/** Links as plain calls of the use cases, with a provider elsewhere at which everybody is the same person. */
final class PlainLinks implements AutoCloseable {
    private static final String PAGE = "https://app.example/back";
    private static final String ACME = "https://acme.example";

    private final Workbench bench = Workbench.of(AuthOauthService.DEFINITION);
    private final IdentityProvider builtin = new BuiltinIdentity(
            bench.tables(),
            bench.encryption(),
            bench.clock(),
            bench.ids(),
            new SecureRandom(),
            new ProviderSettings(TokenTerms.LOCAL, HashingCost.LEAST, 2));
    private final TableSignInProviders providers = new TableSignInProviders(bench.tables(), bench.clock());
    private final TableAttempts attempts = new TableAttempts(bench.tables(), bench.clock());
    private final ForeignProofs acme = new EverybodyIsAda();
    private final IdentityProvider identity;
    private final LinkChanges changes;
    private String state = "";

    /** With stores that fail when the fuse blows. */
    PlainLinks(Fuse fuse) {
        identity = fuse.around(builtin, "link", "unlink", "end");
        changes = fuse.around(
                LinkChanges.class, new TableLinkChanges(bench.tables(), bench.clock()), "begin", "done", "undone");
        providers.put(
                new SignInProvider(
                        "acme",
                        ProviderKind.OPENID_CONNECT,
                        "Acme",
                        ACME,
                        "we",
                        bench.encryption().encrypt(AuthOauthService.CLIENT_SECRET, "secret"),
                        List.of(new RedirectUri(PAGE))),
                "an admin");
    }

    IdentityProvider identity() {
        return builtin;
    }

    String member() {
        var registered = (Registration.Registered) builtin.accounts()
                .register(new EmailAddress("ada@example.org"), new Password("correct horse battery staple"));
        builtin.accounts().confirm(registered.accountId());
        return registered.accountId();
    }

    List<Link> of(String userId) {
        return builtin.externalIdentities().of(userId);
    }

    void link(String userId) {
        var begin = new BeginAttempt(new FindProvider(providers), acme, attempts, new SystemSecrets(), bench.clock());
        Begun begun = begin.begin("acme", PAGE, caller(userId));
        state = begun.authorizationUrl().getQuery();
        var link = new LinkIdentity(
                new FindProvider(providers),
                new EndAttempt(attempts, acme),
                identity,
                changes,
                bench.ids(),
                bench.clock());
        link.link(caller(userId), "acme", new EndAttempt.Back(begun.attempt(), state, "a code", null));
    }

    void unlink(String userId) {
        new UnlinkIdentity(identity, providers, changes, new EndExternalSessions(identity), bench.ids(), bench.clock())
                .unlink(caller(userId), LinkChange.linkId(ACME, "ada"));
    }

    void workQueue() {
        bench.work(new FinishLinkChanges(new SettleLinkChange(changes, identity, new EndExternalSessions(identity))));
    }

    List<Envelope> told(String type) {
        return bench.raised(type);
    }

    void advance(Duration by) {
        bench.clock().advance(by);
    }

    @Override
    public void close() {
        bench.close();
    }

    private Principal caller(String userId) {
        return new Principal(
                userId, Set.of(Role.MEMBER), "test-session", bench.clock().instant());
    }

    /** The provider's endpoints, which are somebody else's. */
    private static final class EverybodyIsAda implements ForeignProofs {
        @Override
        public URI ask(SignInProvider provider, AttemptSecret secret, String redirectUri, String state) {
            return URI.create(ACME + "/authorize?" + state);
        }

        @Override
        public Claimed prove(SignInProvider provider, Return back) {
            return new Claimed(
                    new ExternalIdentity(ACME, "ada"), new EmailAddress("ada@acme.example"), "Ada", "Lovelace");
        }
    }
}
