package org.tctf.authpassword;

import static org.tctf.testing.Refused.asked;
import static org.tctf.testing.Refused.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authpassword.adapter.events.OnAccountDeleted;
import org.tctf.authpassword.adapter.events.OnDataExportRequested;
import org.tctf.authpassword.adapter.events.OnSignUpConfirmed;
import org.tctf.authpassword.adapter.events.ReplacementsToFinish;
import org.tctf.authpassword.adapter.store.TableNames;
import org.tctf.authpassword.adapter.store.TableReplacements;
import org.tctf.authpassword.adapter.store.TableResets;
import org.tctf.authpassword.application.ChangePassword;
import org.tctf.authpassword.application.ConfirmReset;
import org.tctf.authpassword.application.ReplacePassword;
import org.tctf.authpassword.application.Replacements;
import org.tctf.authpassword.application.RequestReset;
import org.tctf.authpassword.application.ResendResetCode;
import org.tctf.authpassword.application.VerifyResetCode;
import org.tctf.builtinidentity.BreachedHashes;
import org.tctf.builtinidentity.BuiltinIdentity;
import org.tctf.builtinidentity.HashingCost;
import org.tctf.builtinidentity.ProviderSettings;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.PasswordPolicy;
import org.tctf.identity.SignIns.Opened;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.crypto.NumericCodes;
import org.tctf.testing.Workbench;

/** The service as its use cases. */
class PlainAuthPassword implements AuthPassword {
    final Workbench bench = Workbench.of(AuthPasswordService.DEFINITION);
    private final BuiltinIdentity provider = new BuiltinIdentity(
            bench.tables(),
            bench.encryption(),
            bench.clock(),
            bench.ids(),
            new SecureRandom(),
            new ProviderSettings(TokenTerms.LOCAL, HashingCost.LEAST, 2));
    private final NumericCodes codes =
            new NumericCodes(bench.secrets(), AuthPasswordService.CODE_KEY, new SecureRandom());
    private final TableResets resets = new TableResets(bench.tables());
    private final TableNames names = new TableNames(bench.tables());
    private final ReplacePassword replacePassword;

    PlainAuthPassword() {
        replacePassword = replacing(new TableReplacements(bench.tables(), bench.clock()));
    }

    /** With a port that fails as the test wants. */
    ReplacePassword replacing(Replacements replacements) {
        return new ReplacePassword(
                provider, new PasswordPolicy(BreachedHashes.bundled()), names, replacements, bench.clock());
    }

    /** A minute has passed: what looks after replacements does. */
    void lookAfterReplacements() {
        bench.work(new ReplacementsToFinish(replacePassword));
    }

    @Override
    public IdentityProvider identity() {
        return provider;
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
    public String forgot(String email) {
        RequestReset request =
                new RequestReset(provider, resets, codes, bench.encryption(), bench.ids(), bench.clock());
        return asked(() -> request.request(new EmailAddress(email), null));
    }

    @Override
    public void resend(String resetId) {
        done(() -> new ResendResetCode(resets, codes, bench.encryption(), bench.clock()).resend(resetId));
    }

    @Override
    public String verify(String resetId, String code) {
        return verify(new VerifyResetCode.OfReset(resetId), code).token();
    }

    @Override
    public VerifyResetCode.Proved verifyWithAddress(String email, String code) {
        return verify(new VerifyResetCode.OfAddress(new EmailAddress(email)), code);
    }

    private VerifyResetCode.Proved verify(VerifyResetCode.Target target, String code) {
        return asked(() -> new VerifyResetCode(resets, codes, new SecureRandom(), bench.clock()).verify(target, code));
    }

    @Override
    public void confirm(String resetId, String token, String password) {
        done(() -> new ConfirmReset(resets, replacePassword, bench.clock())
                .confirm(resetId, token, new Password(password)));
    }

    @Override
    public void change(Opened client, @Nullable String present, String next) {
        change(replacePassword, client, present, next);
    }

    void change(ReplacePassword how, Opened client, @Nullable String present, String next) {
        done(() -> new ChangePassword(provider, how, bench.clock())
                .change(
                        provider.verifier().verify(client.tokens().accessToken()),
                        present == null ? null : new Password(present),
                        new Password(next)));
    }

    @Override
    public void signUpConfirmed(String userId, String firstName, String lastName, String membershipName) {
        bench.deliver(
                new OnSignUpConfirmed(names),
                new OnSignUpConfirmed.SignUpConfirmed(userId, firstName, lastName, membershipName));
    }

    @Override
    public void accountDeleted(String userId) {
        bench.deliver(new OnAccountDeleted(names), new OnAccountDeleted.AccountDeleted(userId));
    }

    @Override
    public List<JsonNode> facts(String type) {
        return bench.payloads(type);
    }

    @Override
    public String open(String sealed) {
        return bench.encryption().decrypt(AuthPasswordService.RESET_CODE, new Encrypted(sealed));
    }

    @Override
    public JsonNode export(String userId) {
        return bench.exported(
                new OnDataExportRequested(names, bench.tables(), bench.codec(), bench.encryption()), userId);
    }

    @Override
    public void close() {
        bench.close();
    }
}
