package org.tctf.authuser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.testing.Refused.asked;
import static org.tctf.testing.Refused.done;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.authuser.adapter.crypto.HmacCodes;
import org.tctf.authuser.adapter.events.DueCopies;
import org.tctf.authuser.adapter.events.DueErasures;
import org.tctf.authuser.adapter.events.OnDataExportPrepared;
import org.tctf.authuser.adapter.events.OnDataExportRequested;
import org.tctf.authuser.adapter.events.OnProfileUpdated;
import org.tctf.authuser.adapter.events.OnUserCreated;
import org.tctf.authuser.adapter.events.PendingMoves;
import org.tctf.authuser.adapter.numbers.LibPhoneNumbers;
import org.tctf.authuser.adapter.objects.StoredCopies;
import org.tctf.authuser.adapter.store.TableDeletions;
import org.tctf.authuser.adapter.store.TableEmailChanges;
import org.tctf.authuser.adapter.store.TableExports;
import org.tctf.authuser.adapter.store.TableMembers;
import org.tctf.authuser.adapter.store.TablePhones;
import org.tctf.authuser.adapter.store.TablePreferences;
import org.tctf.authuser.application.Announcements;
import org.tctf.authuser.application.CancelDeletion;
import org.tctf.authuser.application.CancelEmailChange;
import org.tctf.authuser.application.ChangePreferences;
import org.tctf.authuser.application.Codes;
import org.tctf.authuser.application.ConcludeExports;
import org.tctf.authuser.application.ConfirmEmailChange;
import org.tctf.authuser.application.ConfirmPhone;
import org.tctf.authuser.application.Copies;
import org.tctf.authuser.application.DeleteDueAccounts;
import org.tctf.authuser.application.EraseDueAccount;
import org.tctf.authuser.application.FollowLink;
import org.tctf.authuser.application.KeepPiece;
import org.tctf.authuser.application.LearnMember;
import org.tctf.authuser.application.MakeCopy;
import org.tctf.authuser.application.Members;
import org.tctf.authuser.application.MoveAccount;
import org.tctf.authuser.application.OwnAccount;
import org.tctf.authuser.application.Records;
import org.tctf.authuser.application.RecoverUsername;
import org.tctf.authuser.application.RemovePhone;
import org.tctf.authuser.application.RequestEmailChange;
import org.tctf.authuser.application.RequestExport;
import org.tctf.authuser.application.RequestPhoneVerification;
import org.tctf.authuser.application.ScheduleDeletion;
import org.tctf.authuser.application.ShowAccount;
import org.tctf.authuser.application.ShowExport;
import org.tctf.authuser.domain.ChangedEmail;
import org.tctf.authuser.domain.Channel;
import org.tctf.authuser.domain.Deletion;
import org.tctf.authuser.domain.EmailChange;
import org.tctf.authuser.domain.PhoneChannel;
import org.tctf.authuser.domain.Preferences;
import org.tctf.authuser.domain.Side;
import org.tctf.authuser.domain.Theme;
import org.tctf.authuser.domain.Topic;
import org.tctf.builtinidentity.BuiltinIdentity;
import org.tctf.builtinidentity.HashingCost;
import org.tctf.builtinidentity.ProviderSettings;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.http.CaffeineRateCounters;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.export.Exporters;
import org.tctf.kernel.objects.ObjectKey;
import org.tctf.kernel.objects.StoredObject;
import org.tctf.testing.Fuse;
import org.tctf.testing.Work;
import org.tctf.testing.Workbench;

/** The use cases as plain calls. */
final class PlainAuthUser implements AuthUser {
    private final Workbench bench = Workbench.of(AuthUserService.DEFINITION);
    private final BuiltinIdentity builtin = new BuiltinIdentity(
            bench.tables(),
            bench.encryption(),
            bench.clock(),
            bench.ids(),
            new SecureRandom(),
            new ProviderSettings(TokenTerms.LOCAL, HashingCost.LEAST, 2));
    private final Announcements announcements;
    private final CaffeineRateCounters counters = new CaffeineRateCounters();
    private final TableMembers tableMembers = new TableMembers(bench.tables(), bench.clock());
    private final TablePreferences preferences = new TablePreferences(bench.tables());
    private final TablePhones phones = new TablePhones(bench.tables());
    private final TableDeletions tableDeletions = new TableDeletions(bench.tables(), bench.clock());
    private final TableExports exports = new TableExports(bench.tables(), bench.clock());
    private Exporters exporters = new Exporters(Set.of("auth-user"));
    private final IdentityProvider identity;
    private final Members members;
    private final Records<EmailChange> emailChanges;
    private final Records<Deletion> deletions;
    private final Copies copies;
    private final Codes codes;
    private final MoveAccount moveAccount;

    PlainAuthUser() {
        this(Fuse.unarmed(), new Work());
    }

    /** With stores that fail when the fuse blows. */
    PlainAuthUser(Fuse fuse) {
        this(fuse, new Work());
    }

    /** With ports that somebody watches. */
    PlainAuthUser(Work work) {
        this(Fuse.unarmed(), work);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class says nothing of what its records are
    private PlainAuthUser(Fuse fuse, Work work) {
        identity = work.watching(fuse.around(builtin, "move", "end", "erase"));
        members = work.watching(Members.class, fuse.around(Members.class, tableMembers, "erase"));
        emailChanges = work.watching(
                Records.class,
                fuse.around(Records.class, new TableEmailChanges(bench.tables(), bench.clock()), "decide"));
        deletions = work.watching(Records.class, fuse.around(Records.class, tableDeletions, "decide"));
        copies = fuse.around(Copies.class, new StoredCopies(bench.objects()), "forget");
        codes = work.watching(Codes.class, new HmacCodes(bench.secrets(), bench.encryption()));
        announcements = work.watching(Announcements.class, tableMembers);
        moveAccount = new MoveAccount(identity, emailChanges, codes, bench.clock());
    }

    @Override
    public IdentityProvider identity() {
        return builtin;
    }

    @Override
    public void created(String userId, String firstName, String lastName, String membershipName, String language) {
        bench.deliver(
                new OnUserCreated(new LearnMember(members)),
                new OnUserCreated.UserCreated(
                        userId, firstName, lastName, membershipName, "INDIVIDUAL", "BASIC", "GB", language));
    }

    @Override
    public void called(String userId, String displayName, long version) {
        var consumer = new OnProfileUpdated(new LearnMember(members));
        Envelope fact = bench.envelope(consumer, new OnProfileUpdated.ProfileUpdated(userId, displayName));
        bench.deliver(
                consumer,
                new Envelope(
                        fact.id(),
                        fact.source(),
                        fact.type(),
                        fact.version(),
                        fact.time(),
                        userId,
                        fact.dataschema(),
                        version,
                        fact.correlationId(),
                        fact.causationId(),
                        fact.actor(),
                        fact.traceparent(),
                        fact.data()));
    }

    @Override
    public Seen me(String userId) {
        ShowAccount showAccount =
                new ShowAccount(identity, members, preferences, emailChanges, phones, deletions, bench.clock());
        OwnAccount account = asked(() -> showAccount.of(caller(userId)));
        return new Seen(
                account.standing().account().email().value(),
                account.member().displayName(),
                account.member().membershipName(),
                account.preferences().language(),
                account.preferences().version(),
                account.emailChange()
                        .map(pending -> pending.addresses().to().value())
                        .orElse(null),
                account.phone().number().map(proved -> proved.number().masked()).orElse(null),
                account.phone()
                        .waiting(bench.clock().instant())
                        .map(waiting -> waiting.number().masked())
                        .orElse(null),
                account.deletesAt());
    }

    @Override
    public long prefer(String userId, String language, Map<String, Set<String>> channels, @Nullable String ifMatch) {
        Map<Topic, Set<Channel>> byTopic = new LinkedHashMap<>();
        channels.forEach((topic, names) -> {
            Set<Channel> wanted = new LinkedHashSet<>();
            names.forEach(name -> wanted.add(Channel.valueOf(name)));
            byTopic.put(Topic.valueOf(topic), wanted);
        });
        var wanted = new Preferences(userId, language, Theme.DARK, null, null, byTopic, 0);
        return asked(() -> new ChangePreferences(preferences).change(wanted, ifMatch))
                .version();
    }

    @Override
    public String recover(String membershipName) {
        var recover = new RecoverUsername(identity, members, codes, announcements, counters, bench.clock());
        return asked(() -> recover.recover(membershipName));
    }

    @Override
    public void changeEmail(String userId, String to) {
        changeEmail(caller(userId), to);
    }

    @Override
    public void changeEmail(String userId, String to, Duration sinceProof) {
        Principal caller = caller(userId);
        bench.clock().advance(sinceProof);
        changeEmail(caller, to);
    }

    private void changeEmail(Principal caller, String to) {
        var request = new RequestEmailChange(identity, emailChanges, codes, bench.ids(), bench.clock());
        asked(() -> request.request(caller, new EmailAddress(to)));
    }

    @Override
    public boolean confirm(String userId, String side, String code) {
        var confirm = new ConfirmEmailChange(emailChanges, codes, moveAccount, bench.clock());
        return asked(() -> confirm.confirm(caller(userId), Side.valueOf(side), code)) instanceof ChangedEmail;
    }

    @Override
    public void askForCode(String userId, String number, String channel) {
        askForCode(caller(userId), number, channel);
    }

    @Override
    public void askForCode(String userId, String number, String channel, Duration sinceProof) {
        Principal caller = caller(userId);
        bench.clock().advance(sinceProof);
        askForCode(caller, number, channel);
    }

    private void askForCode(Principal caller, String number, String channel) {
        var request = new RequestPhoneVerification(
                phones, new LibPhoneNumbers(), codes, counters, bench.ids(), bench.clock());
        asked(() -> request.request(caller, number, PhoneChannel.valueOf(channel)));
    }

    @Override
    public String confirmPhone(String userId, String code) {
        var confirm = new ConfirmPhone(phones, codes, bench.clock());
        return asked(() -> confirm.confirm(caller(userId), code)).number().masked();
    }

    @Override
    public void removePhone(String userId) {
        done(() -> new RemovePhone(phones, bench.clock()).remove(caller(userId)));
    }

    @Override
    public void callOff(String userId) {
        done(() -> new CancelEmailChange(emailChanges, bench.clock()).cancel(caller(userId)));
    }

    @Override
    public Instant delete(String userId) {
        var schedule = new ScheduleDeletion(identity, deletions, codes, bench.ids(), bench.clock());
        return asked(() -> schedule.schedule(caller(userId)));
    }

    @Override
    public void keep(String userId) {
        done(() -> new CancelDeletion(deletions, bench.clock()).cancel(caller(userId)));
    }

    @Override
    public String follow(String token) {
        var follow = new FollowLink(codes, emailChanges, deletions, moveAccount, bench.clock());
        return asked(() -> follow.follow(token)).name();
    }

    @Override
    public String export(String userId) {
        var request = new RequestExport(exports, exporters, bench.ids(), bench.clock());
        String id = asked(() -> request.request(caller(userId))).id();
        var answer = new OnDataExportRequested(
                identity, members, preferences, phones, deletions, bench.tables(), bench.codec(), bench.encryption());
        bench.deliver(answer, bench.raised("DATA_EXPORT_REQUESTED").getLast());
        bench.raised("DATA_EXPORT_PREPARED")
                .forEach(piece -> bench.deliver(new OnDataExportPrepared(new KeepPiece(exports, exports)), piece));
        bench.work(new DueCopies(makeCopy()));
        return id;
    }

    @Override
    public Map<String, String> copy(String userId, String exportId) {
        var show = new ShowExport(exports, copies, bench.clock());
        assertThat(asked(() -> show.show(caller(userId), exportId)).address()).isPresent();
        ObjectKey key = ObjectKey.of(userId, exportId + ".zip");
        try (StoredObject copy = bench.objects()
                .of(AuthUserService.DEFINITION, AuthUserService.COPIES)
                .open(key)
                .orElseThrow()) {
            return Zip.files(copy.content().readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Another service is waited for as well. */
    void expect(String service) {
        exporters = new Exporters(Set.of("auth-user", service));
    }

    void concludeExports() {
        new ConcludeExports(exports, bench.clock()).run();
        bench.work(new DueCopies(makeCopy()));
    }

    private MakeCopy makeCopy() {
        return new MakeCopy(exports, exports, copies, bench.codec(), bench.encryption(), bench.clock());
    }

    @Override
    public void comeDue() {
        new DeleteDueAccounts(tableDeletions, deletions, bench.clock()).run();
        bench.work(
                new DueErasures(new EraseDueAccount(identity, deletions, members, copies, bench.clock())),
                new PendingMoves(moveAccount));
    }

    @Override
    public List<JsonNode> facts(String type) {
        return bench.payloads(type);
    }

    @Override
    public String open(String sealed) {
        return bench.encryption().decrypt(AuthUserService.PROOF, new Encrypted(sealed));
    }

    @Override
    public void advance(Duration by) {
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
}
