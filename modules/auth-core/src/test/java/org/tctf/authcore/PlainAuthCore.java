package org.tctf.authcore;

import static org.tctf.testing.Refused.asked;
import static org.tctf.testing.Refused.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.authcore.adapter.crypto.HmacVerificationCodes;
import org.tctf.authcore.adapter.events.OnBrowserSessionEnded;
import org.tctf.authcore.adapter.events.OnDataExportRequested;
import org.tctf.authcore.adapter.events.OnPasswordChanged;
import org.tctf.authcore.adapter.events.OnUserDisabled;
import org.tctf.authcore.adapter.store.TableSecurityFacts;
import org.tctf.authcore.adapter.store.TableSignUps;
import org.tctf.authcore.application.CompleteSignUp;
import org.tctf.authcore.application.ConfirmSignUp;
import org.tctf.authcore.application.ConfirmSignUp.Proof;
import org.tctf.authcore.application.EndSession;
import org.tctf.authcore.application.EndSessionsOfAccount;
import org.tctf.authcore.application.ListSessions;
import org.tctf.authcore.application.RefreshTokens;
import org.tctf.authcore.application.ReportSignIn;
import org.tctf.authcore.application.ResendVerification;
import org.tctf.authcore.application.ResendVerification.Target;
import org.tctf.authcore.application.SignIn;
import org.tctf.authcore.application.SignOut;
import org.tctf.authcore.application.SignOut.Scope;
import org.tctf.authcore.application.SignUpWithTicket;
import org.tctf.authcore.application.SignUps;
import org.tctf.authcore.application.StartSignUp;
import org.tctf.authcore.application.StepUp;
import org.tctf.authcore.application.TakeOverMember;
import org.tctf.authcore.application.VouchedSignUps;
import org.tctf.authcore.domain.Applicant;
import org.tctf.authcore.domain.CountryCode;
import org.tctf.authcore.domain.Line;
import org.tctf.authcore.domain.MembershipName;
import org.tctf.authcore.domain.MembershipPlan;
import org.tctf.authcore.domain.MembershipTier;
import org.tctf.builtinidentity.BreachedHashes;
import org.tctf.builtinidentity.BuiltinIdentity;
import org.tctf.builtinidentity.HashingCost;
import org.tctf.builtinidentity.ProviderSettings;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.identity.ForeignHash;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.PasswordPolicy;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.identity.SignIns;
import org.tctf.identity.Tokens;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.flag.FeatureFlags;
import org.tctf.testing.Fuse;
import org.tctf.testing.Workbench;

/** The use cases as plain calls. */
final class PlainAuthCore implements AuthCore {
    final Workbench bench = Workbench.of(AuthCoreService.DEFINITION);
    final BuiltinIdentity builtin = new BuiltinIdentity(
            bench.tables(),
            bench.encryption(),
            bench.clock(),
            bench.ids(),
            new SecureRandom(),
            new ProviderSettings(TokenTerms.LOCAL, HashingCost.LEAST, 2));
    private final HmacVerificationCodes codes = new HmacVerificationCodes(bench.secrets(), bench.encryption());
    private final TableSecurityFacts facts = new TableSecurityFacts(bench.tables(), bench.clock());
    private final IdentityProvider identity;
    private final SignUps signUps;
    private final Set<String> turnedOff = new HashSet<>();
    private final FeatureFlags flags =
            (service, flag) -> service.flag(flag).isOnByDefault() && !turnedOff.contains(flag);

    PlainAuthCore() {
        identity = builtin;
        signUps = tableSignUps();
    }

    /** With stores that fail when the fuse blows. */
    PlainAuthCore(Fuse fuse) {
        // What registers, admits and confirms accounts are the writes of a sign-up.
        identity = fuse.around(builtin, "register", "admit", "adopt", "confirm");
        signUps = fuse.around(SignUps.class, tableSignUps(), "add", "decide");
    }

    @Override
    public String signUp(Map<String, ?> form) {
        StartSignUp startSignUp = new StartSignUp(
                flags,
                identity,
                new PasswordPolicy(BreachedHashes.bundled()),
                signUps,
                codes,
                bench.ids(),
                bench.clock());
        return asked(() -> startSignUp.start(applicant(form), new Password(text(form, "password"))));
    }

    @Override
    public Client signUpWithTicket(String ticket, Map<String, ?> applicant) {
        SignIns.Step step =
                asked(() -> new SignUpWithTicket(identity, vouched(), new ReportSignIn(facts), (service, flag) -> true)
                        .signUp(ticket, email -> applicant(with(applicant, email.value())), "a test"));
        SignIns.Opened opened = (SignIns.Opened) step;
        return client(opened.account().id(), opened.tokens());
    }

    @Override
    public String takeOver(String email, String passwordHash, Map<String, ?> applicant) {
        Principal admin = new Principal(
                "an admin", Set.of(Role.ADMIN), "a session", bench.clock().instant());
        return asked(() -> new TakeOverMember(vouched(), bench.clock())
                .takeOver(admin, applicant(with(applicant, email)), new ForeignHash(passwordHash)));
    }

    @Override
    public Client stepUp(Client client, String password) {
        StepUp stepUp = new StepUp(identity, facts, bench.clock());
        return client(client.userId(), asked(() -> stepUp.prove(caller(client), new Password(password))));
    }

    @Override
    public IdentityProvider identity() {
        return identity;
    }

    private VouchedSignUps vouched() {
        return new VouchedSignUps(signUps, new CompleteSignUp(identity, signUps), bench.ids(), bench.clock());
    }

    private static Map<String, ?> with(Map<String, ?> applicant, String email) {
        Map<String, Object> form = new HashMap<>(applicant);
        form.put("email", email);
        return form;
    }

    @Override
    public String confirm(String signUpId, String code) {
        return asked(() -> confirmSignUp().confirm(new Proof.Code(signUpId, code)));
    }

    @Override
    public String follow(String linkToken) {
        return asked(() -> confirmSignUp().confirm(new Proof.Link(linkToken)));
    }

    @Override
    public void resend(String signUpId) {
        resend(new Target.OfSignUp(signUpId));
    }

    @Override
    public void resendTo(String email) {
        resend(new Target.OfAddress(new EmailAddress(email)));
    }

    @Override
    public Client signIn(String email, String password) {
        return opened(answered(email, password, null));
    }

    @Override
    public String becomeKnown(String email, String password) {
        return Objects.requireNonNull(answered(email, password, null).knownClient());
    }

    @Override
    public Client signInKnown(String knownClient, String email, String password) {
        return opened(answered(email, password, knownClient));
    }

    private SignIn.Answered answered(String email, String password, @Nullable String knownClient) {
        SignIn signIn = new SignIn(identity, facts, new ReportSignIn(facts), bench.clock());
        return asked(() -> signIn.signIn(new EmailAddress(email), new Password(password), "a test", null, knownClient));
    }

    private static Client opened(SignIn.Answered answered) {
        SignIns.Opened opened = (SignIns.Opened) answered.step();
        return client(opened.account().id(), opened.tokens());
    }

    @Override
    public Client refresh(Client client) {
        RefreshTokens refreshTokens = new RefreshTokens(identity, facts, bench.clock());
        return client(client.userId(), asked(() -> refreshTokens.refresh(client.refreshToken())));
    }

    @Override
    public void signOut(Client client, boolean everywhere) {
        Scope scope = everywhere ? Scope.ALL_SESSIONS : Scope.THIS_SESSION;
        done(() -> new SignOut(identity, facts).signOut(caller(client), scope));
    }

    @Override
    public List<Seen> sessions(Client client) {
        return asked(() -> {
            Principal caller = caller(client);
            return new ListSessions(identity)
                    .of(caller).stream()
                            .map(session -> new Seen(session.id(), session.id().equals(caller.sessionId())))
                            .toList();
        });
    }

    @Override
    public void endSession(Client client, String sessionId) {
        done(() -> new EndSession(identity, facts).end(caller(client), sessionId));
    }

    @Override
    public void happened(String type, String userId, Duration ago) {
        EndSessionsOfAccount endSessions = new EndSessionsOfAccount(identity, facts);
        switch (type) {
            case "USER_DISABLED" ->
                deliver(new OnUserDisabled(endSessions), new OnUserDisabled.UserDisabled(userId), ago);
            case "BROWSER_SESSION_ENDED" ->
                deliver(
                        new OnBrowserSessionEnded(facts),
                        new OnBrowserSessionEnded.BrowserSessionEnded(userId, "0190a000-0000-7000-8000-00000000ada0"),
                        ago);
            default ->
                deliver(
                        new OnPasswordChanged(facts),
                        new OnPasswordChanged.PasswordChanged(userId, List.of("0190a000-0000-7000-8000-00000000ada0")),
                        ago);
        }
    }

    private void deliver(EventConsumer<?> consumer, Object event, Duration ago) {
        Envelope now = bench.envelope(consumer, event);
        Instant time = now.time().minus(ago);
        bench.deliver(
                consumer,
                new Envelope(
                        now.id(),
                        now.source(),
                        now.type(),
                        now.version(),
                        time,
                        now.subject(),
                        now.dataschema(),
                        now.aggregateVersion(),
                        now.correlationId(),
                        now.causationId(),
                        now.actor(),
                        now.traceparent(),
                        now.data()));
    }

    @Override
    public List<JsonNode> facts(String type) {
        return bench.payloads(type);
    }

    @Override
    public String open(String sealed) {
        return bench.encryption().decrypt("verification-code", new Encrypted(sealed));
    }

    @Override
    public void openSignUp(boolean isOpen) {
        if (isOpen) {
            turnedOff.remove(AuthCoreService.SIGN_UP_OPEN);
        } else {
            turnedOff.add(AuthCoreService.SIGN_UP_OPEN);
        }
    }

    @Override
    public void advance(Duration by) {
        bench.clock().advance(by);
    }

    @Override
    public JsonNode export(String userId) {
        return bench.exported(
                new OnDataExportRequested(tableSignUps(), bench.tables(), bench.codec(), bench.encryption()), userId);
    }

    @Override
    public void close() {
        bench.close();
    }

    CompleteSignUp completeSignUp() {
        return new CompleteSignUp(identity, signUps);
    }

    private TableSignUps tableSignUps() {
        return new TableSignUps(bench.tables(), bench.clock());
    }

    private ConfirmSignUp confirmSignUp() {
        return new ConfirmSignUp(signUps, codes, completeSignUp(), bench.clock());
    }

    private void resend(Target target) {
        done(() -> new ResendVerification(signUps, codes, bench.clock()).resend(target));
    }

    private Principal caller(Client client) {
        return builtin.verifier().verify(client.accessToken());
    }

    private static Client client(String userId, Tokens tokens) {
        return new Client(userId, tokens.sessionId(), tokens.accessToken(), tokens.refreshToken());
    }

    private static Applicant applicant(Map<String, ?> form) {
        return new Applicant(
                new EmailAddress(text(form, "email")),
                new Line(text(form, "firstName")),
                new Line(text(form, "lastName")),
                new MembershipName(text(form, "membershipName")),
                MembershipPlan.valueOf(text(form, "membershipPlan")),
                form.containsKey("membershipTier") ? MembershipTier.valueOf(text(form, "membershipTier")) : null,
                new CountryCode(text(form, "country")),
                new Line(text(form, "jobTitle")),
                line(form, "companyName"),
                line(form, "city"),
                line(form, "state"),
                form.containsKey("language") ? text(form, "language") : null);
    }

    private static String text(Map<String, ?> form, String field) {
        return String.valueOf(form.get(field));
    }

    private static @Nullable Line line(Map<String, ?> form, String field) {
        return form.containsKey(field) ? new Line(text(form, field)) : null;
    }
}
