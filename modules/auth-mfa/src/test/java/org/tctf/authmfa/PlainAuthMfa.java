package org.tctf.authmfa;

import static org.tctf.testing.Refused.asked;
import static org.tctf.testing.Refused.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tctf.authmfa.adapter.crypto.HmacOneTimeCodes;
import org.tctf.authmfa.adapter.crypto.SealedAuthenticatorApps;
import org.tctf.authmfa.adapter.events.OnAccountDeleted;
import org.tctf.authmfa.adapter.events.OnDataExportRequested;
import org.tctf.authmfa.adapter.events.UnfinishedFactors;
import org.tctf.authmfa.adapter.store.TableFactors;
import org.tctf.authmfa.adapter.store.TableMemberFacts;
import org.tctf.authmfa.adapter.store.TableMemberFiles;
import org.tctf.authmfa.adapter.store.TablePasskeys;
import org.tctf.authmfa.application.AcceptCode;
import org.tctf.authmfa.application.CompleteSetup;
import org.tctf.authmfa.application.CompleteSignIn;
import org.tctf.authmfa.application.DistrustDevices;
import org.tctf.authmfa.application.EraseMember;
import org.tctf.authmfa.application.Factors;
import org.tctf.authmfa.application.PrepareAuthenticator;
import org.tctf.authmfa.application.ReplaceBackupCodes;
import org.tctf.authmfa.application.ReportSession;
import org.tctf.authmfa.application.RequestTemporaryCode;
import org.tctf.authmfa.application.SettleFactor;
import org.tctf.authmfa.application.ShowStatus;
import org.tctf.authmfa.application.StepUp;
import org.tctf.authmfa.application.TurnOff;
import org.tctf.authmfa.domain.CodeKind;
import org.tctf.builtinidentity.BuiltinIdentity;
import org.tctf.builtinidentity.HashingCost;
import org.tctf.builtinidentity.ProviderSettings;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.Principal;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.testing.Fuse;
import org.tctf.testing.Workbench;

/** The use cases as plain calls. */
final class PlainAuthMfa implements AuthMfa {
    final Workbench bench = Workbench.of(AuthMfaService.DEFINITION);
    private final BuiltinIdentity builtin = new BuiltinIdentity(
            bench.tables(),
            bench.encryption(),
            bench.clock(),
            bench.ids(),
            new SecureRandom(),
            new ProviderSettings(TokenTerms.LOCAL, HashingCost.LEAST, 2));
    private final IdentityProvider identity;
    private final Factors factors;
    private final SealedAuthenticatorApps apps = new SealedAuthenticatorApps(bench.encryption());
    private final HmacOneTimeCodes codes = new HmacOneTimeCodes(bench.secrets(), bench.encryption());

    PlainAuthMfa() {
        identity = builtin;
        factors = new TableFactors(bench.tables(), bench.clock());
    }

    /** With stores that fail when the fuse blows. */
    PlainAuthMfa(Fuse fuse) {
        // What requires and lifts second factors are the writes of a setup.
        identity = fuse.around(builtin, "require", "lift");
        factors = fuse.around(Factors.class, new TableFactors(bench.tables(), bench.clock()), "decide");
    }

    @Override
    public App setUp(Client client) {
        PrepareAuthenticator prepare = new PrepareAuthenticator(identity, factors, apps, bench.clock());
        return asked(() -> new App(prepare.prepare(caller(client)).secret()));
    }

    @Override
    public List<String> completeSetup(Client client, String code1, String code2) {
        CompleteSetup complete = new CompleteSetup(identity, factors, apps, codes, settleFactor(), bench.clock());
        return asked(() -> complete.complete(caller(client), code1, code2));
    }

    @Override
    public void turnOff(Client client, String code) {
        CodeKind kind = code.length() == 6 ? CodeKind.TOTP : CodeKind.BACKUP_CODE;
        done(() ->
                new TurnOff(acceptCode(), factors, settleFactor(), bench.clock()).turnOff(caller(client), kind, code));
    }

    @Override
    public List<String> replaceBackupCodes(Client client) {
        return asked(() -> new ReplaceBackupCodes(factors, codes, bench.clock()).replace(caller(client)));
    }

    @Override
    public Seen status(Client client) {
        ShowStatus showStatus =
                new ShowStatus(identity, factors, new TablePasskeys(bench.tables(), bench.clock()), bench.clock());
        ShowStatus.Status status = asked(() -> showStatus.show(caller(client)));
        return new Seen(
                status.isEnabled(), status.backupCodesLeft(), status.trustedDevices(), status.lockedUntil() != null);
    }

    @Override
    public Client signInWithTotp(String challenge, String code, boolean trustDevice) {
        return signIn(challenge, CodeKind.TOTP, code, trustDevice);
    }

    @Override
    public Client signInWithBackupCode(String challenge, String code) {
        return signIn(challenge, CodeKind.BACKUP_CODE, code, false);
    }

    @Override
    public void mailCode(String challenge) {
        done(() -> new RequestTemporaryCode(identity, factors, codes, bench.clock()).request(challenge));
    }

    @Override
    public Client signInWithMailedCode(String challenge, String code) {
        return signIn(challenge, CodeKind.TEMPORARY_BACKUP_CODE, code, false);
    }

    @Override
    public Client stepUp(Client client, String password, String code) {
        StepUp stepUp = new StepUp(identity, acceptCode(), bench.clock());
        return new Client(
                client.userId(),
                client.sessionId(),
                asked(() -> stepUp.prove(caller(client), new Password(password), code))
                        .accessToken(),
                null);
    }

    @Override
    public void distrustDevices(Client client) {
        done(() -> new DistrustDevices(identity).distrust(caller(client), null));
    }

    @Override
    public void happened(String type, String userId) {
        bench.deliver(
                new OnAccountDeleted(new EraseMember(new TableMemberFiles(bench.tables()))),
                new OnAccountDeleted.AccountDeleted(userId));
    }

    @Override
    public List<JsonNode> facts(String type) {
        return bench.payloads(type);
    }

    @Override
    public String open(String sealed) {
        return bench.encryption().decrypt("temporary-backup-code", new Encrypted(sealed));
    }

    @Override
    public IdentityProvider identity() {
        return builtin;
    }

    @Override
    public Instant now() {
        return bench.clock().instant();
    }

    @Override
    public void advance(Duration by) {
        bench.clock().advance(by);
    }

    @Override
    public JsonNode export(String userId) {
        return bench.exported(
                new OnDataExportRequested(
                        factors,
                        new TablePasskeys(bench.tables(), bench.clock()),
                        bench.tables(),
                        bench.codec(),
                        bench.encryption()),
                userId);
    }

    @Override
    public void close() {
        bench.close();
    }

    void workQueue() {
        bench.work(new UnfinishedFactors(settleFactor()));
    }

    private Client signIn(String challenge, CodeKind kind, String code, boolean trustDevice) {
        CompleteSignIn complete = new CompleteSignIn(
                identity, acceptCode(), new ReportSession(new TableMemberFacts(bench.tables(), bench.clock())));
        CompleteSignIn.Completed completed = asked(() -> complete.complete(challenge, kind, code, trustDevice));
        return new Client(
                completed.opened().account().id(),
                completed.opened().tokens().sessionId(),
                completed.opened().tokens().accessToken(),
                completed.trustedDevice());
    }

    private SettleFactor settleFactor() {
        return new SettleFactor(identity, factors);
    }

    private AcceptCode acceptCode() {
        return new AcceptCode(factors, apps, codes, bench.clock());
    }

    private Principal caller(Client client) {
        return builtin.verifier().verify(client.accessToken());
    }
}
