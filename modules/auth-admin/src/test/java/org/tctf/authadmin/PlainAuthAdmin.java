package org.tctf.authadmin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.adapter.events.OnAccountDeleted;
import org.tctf.authadmin.adapter.events.OnEmailChanged;
import org.tctf.authadmin.adapter.events.OnProfileUpdated;
import org.tctf.authadmin.adapter.events.OnSignUpConfirmed;
import org.tctf.authadmin.adapter.events.OnUserErased;
import org.tctf.authadmin.adapter.events.OrderedActs;
import org.tctf.authadmin.adapter.store.TableActs;
import org.tctf.authadmin.adapter.store.TableUsers;
import org.tctf.authadmin.application.Acts;
import org.tctf.authadmin.application.Administer;
import org.tctf.authadmin.application.AppointFirstAdmin;
import org.tctf.authadmin.application.CarryOutAct;
import org.tctf.authadmin.application.ForgetUser;
import org.tctf.authadmin.application.KeepUser;
import org.tctf.authadmin.application.RefreshUser;
import org.tctf.authadmin.application.RenameUser;
import org.tctf.authadmin.application.SearchUsers;
import org.tctf.authadmin.domain.AuditEntry;
import org.tctf.authadmin.domain.FoundUser.Status;
import org.tctf.authadmin.domain.GrantableRole;
import org.tctf.authadmin.domain.Measure;
import org.tctf.authadmin.domain.Plan;
import org.tctf.authadmin.domain.Reason;
import org.tctf.authadmin.domain.Tier;
import org.tctf.authadmin.domain.UserFilter;
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
import org.tctf.kernel.Problem;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.table.Page;
import org.tctf.testing.Platform;
import org.tctf.testing.Workbench;

/** The use cases as plain calls. */
final class PlainAuthAdmin implements AuthAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();

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
    private final TableUsers users = new TableUsers(bench.tables());

    PlainAuthAdmin() {
        identity = builtin;
        acts = new TableActs(bench.tables(), bench.clock());
    }

    /** With stores that fail when the fuse blows. */
    PlainAuthAdmin(Fuse fuse) {
        identity = fuse.around(builtin);
        acts = fuse.around(new TableActs(bench.tables(), bench.clock()));
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
            public Found search(Map<String, String> filter) {
                int limit = Integer.parseInt(filter.getOrDefault("limit", "20"));
                Page<String> page = asked(() -> new SearchUsers(users)
                        .search(filter(filter), limit, filter.get("cursor"))
                        .map(user -> user.userId()));
                return new Found(page.items(), page.nextCursor());
            }
        };
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
                .list(AuthAdminService.AUDIT_WAITING.query(), AuditEntry.class)
                .stream()
                .filter(entry -> entry.type().equals(type))
                .map(entry -> entry.outcome().name())
                .toList();
    }

    @Override
    public List<JsonNode> facts(String type) {
        return bench.raised(type).stream().map(fact -> read(fact.data())).toList();
    }

    @Override
    public void advance(Duration by) {
        bench.clock().advance(by);
    }

    @Override
    public void close() {
        bench.close();
    }

    private CarryOutAct carryOutAct() {
        return new CarryOutAct(identity, acts);
    }

    private static <T> T asked(Supplier<T> request) {
        try {
            return request.get();
        } catch (Problem refused) {
            throw new Refused(refused.code());
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }
}
