package org.tctf.authadmin;

import static org.tctf.testing.Refused.asked;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.adapter.crypto.HmacSeals;
import org.tctf.authadmin.adapter.events.OnAccountDeleted;
import org.tctf.authadmin.adapter.events.OnDataExportRequested;
import org.tctf.authadmin.adapter.events.OnEmailChanged;
import org.tctf.authadmin.adapter.events.OnEveryFact;
import org.tctf.authadmin.adapter.events.OnProfileUpdated;
import org.tctf.authadmin.adapter.events.OnSignUpConfirmed;
import org.tctf.authadmin.adapter.events.OnUserErased;
import org.tctf.authadmin.adapter.events.OrderedActs;
import org.tctf.authadmin.adapter.store.TableActs;
import org.tctf.authadmin.adapter.store.TableAuditChain;
import org.tctf.authadmin.adapter.store.TableAuditLog;
import org.tctf.authadmin.adapter.store.TableKeyLedger;
import org.tctf.authadmin.adapter.store.TableUsers;
import org.tctf.authadmin.application.Acts;
import org.tctf.authadmin.application.Administer;
import org.tctf.authadmin.application.AppointFirstAdmin;
import org.tctf.authadmin.application.AuditChain;
import org.tctf.authadmin.application.AuditLog;
import org.tctf.authadmin.application.CarryOutAct;
import org.tctf.authadmin.application.CreateKey;
import org.tctf.authadmin.application.EndEverybodysSessions;
import org.tctf.authadmin.application.ForgetUser;
import org.tctf.authadmin.application.KeepUser;
import org.tctf.authadmin.application.KeyLedger;
import org.tctf.authadmin.application.LinkAudit;
import org.tctf.authadmin.application.ListKeys;
import org.tctf.authadmin.application.NewKey;
import org.tctf.authadmin.application.RecordFact;
import org.tctf.authadmin.application.RefreshUser;
import org.tctf.authadmin.application.RenameUser;
import org.tctf.authadmin.application.RevokeKey;
import org.tctf.authadmin.application.RotateKey;
import org.tctf.authadmin.application.SearchUsers;
import org.tctf.authadmin.application.VerifyAudit;
import org.tctf.authadmin.domain.AuditFilter;
import org.tctf.authadmin.domain.FoundUser.Status;
import org.tctf.authadmin.domain.GrantableRole;
import org.tctf.authadmin.domain.LoggedEntry;
import org.tctf.authadmin.domain.Measure;
import org.tctf.authadmin.domain.Plan;
import org.tctf.authadmin.domain.Reason;
import org.tctf.authadmin.domain.Tier;
import org.tctf.authadmin.domain.UserFilter;
import org.tctf.authadmin.domain.Verdict;
import org.tctf.authadmin.domain.WantedRole;
import org.tctf.builtinidentity.BuiltinIdentity;
import org.tctf.builtinidentity.HashingCost;
import org.tctf.builtinidentity.ProviderSettings;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.table.Page;
import org.tctf.testing.Fuse;
import org.tctf.testing.Platform;
import org.tctf.testing.Workbench;

/** The use cases as plain calls. */
final class PlainAuthAdmin implements AuthAdmin {
    final Workbench bench = Workbench.of(AuthAdminService.DEFINITION);
    private final IdentityProvider builtin = new BuiltinIdentity(
            bench.tables(),
            bench.encryption(),
            bench.clock(),
            bench.ids(),
            new SecureRandom(),
            new ProviderSettings(TokenTerms.LOCAL, HashingCost.LEAST, 2));
    private final IdentityProvider identity;
    private final Acts acts;
    private final AuditLog log = new TableAuditLog(bench.tables(), bench.clock());
    private final AuditChain chain = new TableAuditChain(bench.tables(), new HmacSeals(bench.secrets()));
    private final KeyLedger ledger = new TableKeyLedger(bench.tables(), bench.ids(), bench.clock());
    private final TableUsers users = new TableUsers(bench.tables());

    PlainAuthAdmin() {
        identity = builtin;
        acts = new TableActs(bench.tables(), bench.clock());
    }

    /** With stores that fail when the fuse blows. */
    PlainAuthAdmin(Fuse fuse) {
        identity = fuse.around(
                builtin,
                "enable",
                "disable",
                "activate",
                "deactivate",
                "grant",
                "revoke",
                "appointFirstAdmin",
                "endAll",
                "endEverybodys");
        acts = fuse.around(Acts.class, new TableActs(bench.tables(), bench.clock()), "add", "decide");
    }

    @Override
    public IdentityProvider identity() {
        return builtin;
    }

    @Override
    public Somebody as(String userId, Role... roles) {
        Principal caller =
                new Principal(userId, Set.of(roles), "session", bench.clock().instant());
        return new Somebody() {
            @Override
            public void put(String what, Map<String, ?> form) {
                Administer administer = new Administer(identity, acts, carryOutAct(), bench.ids(), bench.clock());
                asked(() -> administer.order(caller, order(what, form)));
            }

            @Override
            public void endSessions(String userId, String reason) {
                Administer administer = new Administer(identity, acts, carryOutAct(), bench.ids(), bench.clock());
                asked(() -> administer.order(
                        caller, new Administer.Order(Measure.END_SESSIONS, userId, null, new Reason(reason))));
            }

            @Override
            public void endEverybodysSessions(String reason) {
                asked(() -> new EndEverybodysSessions(acts, carryOutAct(), bench.ids(), bench.clock())
                        .end(caller, new Reason(reason)));
            }

            @Override
            public Found search(Map<String, String> filter) {
                int limit = Integer.parseInt(filter.getOrDefault("limit", "20"));
                Page<String> page = asked(() -> new SearchUsers(users)
                        .search(filter(filter), limit, filter.get("cursor"))
                        .map(user -> user.userId()));
                return new Found(page.items(), page.nextCursor());
            }

            @Override
            public Made createKey(int days, String... scopes) {
                CreateKey createKey = new CreateKey(identity, ledger, bench.ids(), bench.clock());
                NewKey made =
                        asked(() -> createKey.create(caller, "a dashboard", Set.of(scopes), Duration.ofDays(days)));
                return new Made(made.key().id(), made.secret());
            }

            @Override
            public Made rotateKey(String id, int overlapHours) {
                RotateKey rotateKey = new RotateKey(identity, ledger, bench.ids(), bench.clock());
                NewKey made =
                        asked(() -> rotateKey.rotate(caller, id, Duration.ofHours(overlapHours), Duration.ofDays(90)));
                return new Made(made.key().id(), made.secret());
            }

            @Override
            public void revokeKey(String id) {
                asked(() -> {
                    new RevokeKey(identity, ledger, bench.clock()).revoke(caller, id);
                    return id;
                });
            }

            @Override
            public List<String> keys() {
                return new ListKeys(identity)
                        .living().stream().map(key -> key.id()).toList();
            }

            @Override
            public List<Seen> audit(Map<String, String> filter) {
                AuditFilter wanted = asked(() -> AuditFilter.of(
                        filter.get("member"),
                        filter.get("actor"),
                        filter.get("type"),
                        instant(filter.get("from")),
                        instant(filter.get("to")),
                        bench.clock().instant()));
                return log.list(wanted, 100, null).items().stream()
                        .map(logged -> new Seen(
                                logged.entry().type(),
                                logged.entry().outcome().name(),
                                logged.entry().memberId(),
                                logged.entry().actor(),
                                logged.entry().reason(),
                                bench.codec().toJson(logged.entry().details()),
                                logged.link() != null))
                        .toList();
            }

            @Override
            public Looked verify() {
                Verdict verdict = new VerifyAudit(chain).verify(null);
                return new Looked(
                        verdict.isIntact(),
                        verdict.isComplete(),
                        verdict.to().seq() - verdict.from().seq());
            }
        };
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static Administer.Order order(String what, Map<String, ?> form) {
        Measure measure = switch (what) {
            case "status" -> is(form, "enabled") ? Measure.ENABLE : Measure.DISABLE;
            case "activation" -> is(form, "active") ? Measure.ACTIVATE : Measure.DEACTIVATE;
            default -> is(form, "granted") ? Measure.GRANT_ROLE : Measure.REVOKE_ROLE;
        };
        return new Administer.Order(
                measure,
                String.valueOf(form.get("userId")),
                form.containsKey("role") ? GrantableRole.valueOf(String.valueOf(form.get("role"))) : null,
                new Reason(String.valueOf(form.get("reason"))));
    }

    private static boolean is(Map<String, ?> form, String field) {
        return Boolean.TRUE.equals(form.get(field));
    }

    private static UserFilter filter(Map<String, String> filter) {
        return new UserFilter(
                filter.containsKey("email") ? new EmailAddress(filter.get("email")) : null,
                filter.get("membershipName"),
                one(WantedRole.class, filter.get("role")),
                one(Status.class, filter.get("status")),
                one(Plan.class, filter.get("plan")),
                one(Tier.class, filter.get("tier")),
                filter.get("city"),
                filter.get("country"));
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    @Override
    public void happened(String type, String userId, Map<String, ?> fact) {
        EventConsumer<?> consumer = consumer(type);
        Envelope blank = bench.envelope(consumer, fact);
        bench.deliver(consumer, blank);
    }

    private EventConsumer<?> consumer(String type) {
        return switch (type) {
            case "SIGN_UP_CONFIRMED" -> new OnSignUpConfirmed(new KeepUser(identity, users));
            case "PROFILE_UPDATED" -> new OnProfileUpdated(new RenameUser(users));
            case "EMAIL_CHANGED" -> new OnEmailChanged(new RefreshUser(identity, users));
            case "USER_ERASED" -> new OnUserErased(new ForgetUser(users));
            case "ACCOUNT_DELETED" -> new OnAccountDeleted(new ForgetUser(users));
            default -> throw new IllegalArgumentException(type);
        };
    }

    @Override
    public void said(String service, String type, Map<String, ?> fact) {
        EventConsumer<?> consumer = new OnEveryFact(new RecordFact(log, bench.codec()));
        String id = bench.ids().next().toString();
        bench.deliver(
                consumer,
                new Envelope(
                        id,
                        service,
                        type,
                        1,
                        bench.clock().instant(),
                        id,
                        Envelope.schemaPath(type, 1),
                        1,
                        "correlation-" + id,
                        null,
                        "anonymous",
                        null,
                        bench.codec().toJson(fact)));
    }

    @Override
    public void linkAudit() {
        new LinkAudit(chain).run();
    }

    @Override
    public void appointFirstAdmin() {
        new AppointFirstAdmin(
                        () -> Optional.of(Platform.FIRST_ADMIN),
                        identity,
                        acts,
                        carryOutAct(),
                        bench.ids(),
                        bench.clock())
                .run();
    }

    /** The queue's command, after the request that ordered an act is over. */
    void workQueue() {
        bench.work(new OrderedActs(carryOutAct()));
    }

    String member() {
        return member(new EmailAddress(bench.ids().next() + "@example.org"));
    }

    String member(EmailAddress email) {
        Registration registered = builtin.accounts().register(email, new Password("correct horse battery staple"));
        String id = ((Registration.Registered) registered).accountId();
        builtin.accounts().confirm(id);
        return id;
    }

    /** The outcomes of a type that wait to be sealed, in order. */
    List<String> waiting(String type) {
        return bench
                .tables()
                .of(AuthAdminService.DEFINITION)
                .list(AuthAdminService.AUDIT_WAITING.query(), LoggedEntry.class)
                .stream()
                .map(LoggedEntry::entry)
                .filter(entry -> entry.type().equals(type))
                .map(entry -> entry.outcome().name())
                .toList();
    }

    @Override
    public List<JsonNode> facts(String type) {
        return bench.payloads(type);
    }

    @Override
    public void advance(Duration by) {
        bench.clock().advance(by);
    }

    @Override
    public JsonNode export(String userId) {
        return bench.exported(
                new OnDataExportRequested(users, log, bench.clock(), bench.tables(), bench.codec(), bench.encryption()),
                userId);
    }

    @Override
    public void close() {
        bench.close();
    }

    private CarryOutAct carryOutAct() {
        return new CarryOutAct(identity, acts);
    }
}
