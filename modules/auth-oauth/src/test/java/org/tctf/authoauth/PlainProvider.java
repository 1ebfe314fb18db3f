package org.tctf.authoauth;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.tctf.authoauth.adapter.crypto.SystemSecrets;
import org.tctf.authoauth.adapter.events.OnProfileUpdated;
import org.tctf.authoauth.adapter.events.OnUserSessionsEnded;
import org.tctf.authoauth.adapter.jose.SignedIdTokens;
import org.tctf.authoauth.adapter.jose.SigningKeys;
import org.tctf.authoauth.adapter.store.provider.TableBrowserSessions;
import org.tctf.authoauth.adapter.store.provider.TableClients;
import org.tctf.authoauth.adapter.store.provider.TableConsents;
import org.tctf.authoauth.adapter.store.provider.TableGrants;
import org.tctf.authoauth.adapter.store.provider.TableKeyRings;
import org.tctf.authoauth.adapter.store.provider.TableMembers;
import org.tctf.authoauth.application.provider.Authorize;
import org.tctf.authoauth.application.provider.DescribeMember;
import org.tctf.authoauth.application.provider.EndAccess;
import org.tctf.authoauth.application.provider.EndBrowserSession;
import org.tctf.authoauth.application.provider.FindClient;
import org.tctf.authoauth.application.provider.FindLivingGrant;
import org.tctf.authoauth.application.provider.FindVisitor;
import org.tctf.authoauth.application.provider.IntrospectToken;
import org.tctf.authoauth.application.provider.IssueCode;
import org.tctf.authoauth.application.provider.IssueTokens;
import org.tctf.authoauth.application.provider.Issued;
import org.tctf.authoauth.application.provider.LearnOfMember;
import org.tctf.authoauth.application.provider.NarrowConsent;
import org.tctf.authoauth.application.provider.OpenBrowserSession;
import org.tctf.authoauth.application.provider.ReadClaims;
import org.tctf.authoauth.application.provider.RedeemCode;
import org.tctf.authoauth.application.provider.RefreshGrant;
import org.tctf.authoauth.application.provider.RegisterClient;
import org.tctf.authoauth.application.provider.RevokeConsent;
import org.tctf.authoauth.application.provider.RevokeToken;
import org.tctf.authoauth.domain.provider.AuthenticationMethod;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.ClientMetadata;
import org.tctf.authoauth.domain.provider.RedirectUri;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.authoauth.domain.provider.SignInRequest;
import org.tctf.authoauth.domain.provider.TokenAlgorithm;
import org.tctf.builtinidentity.BuiltinIdentity;
import org.tctf.builtinidentity.HashingCost;
import org.tctf.builtinidentity.ProviderSettings;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.Principal;
import org.tctf.identity.Proof;
import org.tctf.identity.SignIns;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.testing.Refused;
import org.tctf.testing.Workbench;

/** The provider as its use cases. */
final class PlainProvider implements Provider {
    private static final PublicUrl URL = new PublicUrl(URI.create("https://tctf.example"));

    private final Workbench bench = Workbench.of(AuthOauthService.DEFINITION);
    private final BuiltinIdentity identity = new BuiltinIdentity(
            bench.tables(),
            bench.encryption(),
            bench.clock(),
            bench.ids(),
            new SecureRandom(),
            new ProviderSettings(TokenTerms.LOCAL, HashingCost.LEAST, 2));
    private final SystemSecrets secrets = new SystemSecrets();
    private final TableClients clients = new TableClients(bench.tables());
    private final TableConsents consents = new TableConsents(bench.tables());
    private final TableGrants grants = new TableGrants(bench.tables(), secrets);
    private final TableMembers members = new TableMembers(bench.tables());
    private final TableBrowserSessions browsers = new TableBrowserSessions(bench.tables(), secrets, bench.clock());
    private final FindLivingGrant living = new FindLivingGrant(grants, consents, clients, identity, bench.clock());
    private final DescribeMember describeMember = new DescribeMember(members);
    private final IssueTokens issueTokens = new IssueTokens(
            new SignedIdTokens(
                    new SigningKeys(new TableKeyRings(bench.tables()), bench.encryption(), bench.clock()), URL),
            describeMember,
            URL,
            bench.clock());
    private final Map<String, Principal> callers = new HashMap<>();
    private final Map<String, String> browserOf = new HashMap<>();

    @Override
    public String member() {
        IdentityProvider provider = identity;
        var registered = (Registration.Registered) provider.accounts()
                .register(
                        new EmailAddress(UUID.randomUUID() + "@example.org"),
                        new Password("correct horse battery staple"));
        String id = registered.accountId();
        provider.accounts().confirm(id);
        var opened = (SignIns.Opened) provider.signIns().begin(id, Proof.PASSWORD, "test", null);
        Principal caller = identity.verifier().verify(opened.tokens().accessToken());
        callers.put(id, caller);
        browserOf.put(id, new OpenBrowserSession(browsers, identity, bench.clock()).open(caller, null));
        return id;
    }

    @Override
    public String register(String owner, List<String> scopes) {
        ClientMetadata metadata = new ClientMetadata(
                "Weather",
                AuthenticationMethod.CLIENT_SECRET_BASIC,
                null,
                List.of(new RedirectUri(World.CALLBACK)),
                List.of(),
                scopes,
                false,
                TokenAlgorithm.ES256);
        return new RegisterClient(clients, secrets, bench.ids(), bench.clock())
                .register(caller(owner), metadata)
                .client()
                .id();
    }

    @Override
    public String agree(String member, String application, String scope) {
        SignInRequest request = new SignInRequest(
                application,
                World.CALLBACK,
                List.of(scope.split(" ")),
                SignInRequest.ResponseMode.QUERY,
                null,
                null,
                World.challenge(World.VERIFIER),
                Set.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Authorize authorize = new Authorize(
                new FindClient(clients),
                new FindVisitor(browsers, identity),
                consents,
                new IssueCode(grants, bench.ids(), bench.clock()),
                bench.clock());
        var outcome = asked(() -> authorize.decide(request, bench.clock().instant(), browserOf.get(member), true));
        return ((Authorize.Agreed) outcome).code();
    }

    @Override
    public Held redeem(String application, String code) {
        RedeemCode redeem = new RedeemCode(grants, grants, living, issueTokens, bench.clock());
        return held(asked(() -> redeem.redeem(client(application), code, World.CALLBACK, World.VERIFIER)));
    }

    @Override
    public Held refresh(String application, String refreshToken) {
        RefreshGrant refresh = new RefreshGrant(grants, grants, living, issueTokens, bench.clock());
        return held(asked(() -> refresh.refresh(client(application), refreshToken, List.of())));
    }

    @Override
    public void revoke(String application, String token) {
        new RevokeToken(grants, grants).revoke(client(application), token);
    }

    @Override
    public Map<String, ?> claims(String accessToken) {
        return asked(() -> new ReadClaims(grants, living, describeMember, bench.clock()).by(accessToken));
    }

    @Override
    public void takeBack(String member, String application) {
        new RevokeConsent(consents).revoke(caller(member), application);
    }

    @Override
    public void narrow(String member, String application, String scope) {
        try {
            new NarrowConsent(consents, bench.clock()).narrow(caller(member), application, List.of(scope.split(" ")));
        } catch (Problem refused) {
            throw new Refused(refused.code());
        }
    }

    @Override
    public String introspect(String application, String token) {
        return new IntrospectToken(grants, living, bench.clock())
                .of(client(application), token)
                .map(good -> String.join(" ", good.scopes()))
                .orElse("");
    }

    @Override
    public void sessionsEnded(String member) {
        bench.deliver(
                new OnUserSessionsEnded(new EndAccess(grants)),
                new OnUserSessionsEnded.UserSessionsEnded(member, bench.clock().instant()));
    }

    @Override
    public void everybodysSessionsEnd() {
        identity.sessions().endEverybodys(bench.clock().instant());
    }

    @Override
    public void signOut(String member) {
        new EndBrowserSession(browsers, identity).end(browserOf.get(member));
    }

    @Override
    public void called(String member, String name) {
        bench.deliver(
                new OnProfileUpdated(new LearnOfMember(members)), new OnProfileUpdated.ProfileUpdated(member, name));
    }

    @Override
    public int published(String type) {
        return bench.raised(type).size();
    }

    @Override
    public void advance(Duration by) {
        bench.clock().advance(by);
    }

    @Override
    public void close() {
        bench.close();
    }

    private Principal caller(String member) {
        return callers.get(member);
    }

    private Client client(String id) {
        return clients.find(id).orElseThrow();
    }

    private static Held held(Issued issued) {
        return new Held(issued.accessToken(), issued.refreshToken(), issued.idToken());
    }

    private static <T> T asked(Supplier<T> request) {
        try {
            return request.get();
        } catch (Refusal refusal) {
            throw new Refused(refusal.error());
        }
    }
}
