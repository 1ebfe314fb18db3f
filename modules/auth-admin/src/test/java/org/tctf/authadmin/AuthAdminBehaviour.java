package org.tctf.authadmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.authadmin.AuthAdmin.Found;
import org.tctf.authadmin.AuthAdmin.Looked;
import org.tctf.authadmin.AuthAdmin.Made;
import org.tctf.authadmin.AuthAdmin.Seen;
import org.tctf.authadmin.AuthAdmin.Somebody;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.Password;
import org.tctf.identity.Proof;
import org.tctf.identity.Role;
import org.tctf.identity.Sessions.Refresh;
import org.tctf.identity.SignIns;
import org.tctf.identity.Standing;
import org.tctf.identity.Tokens;
import org.tctf.kernel.EmailAddress;
import org.tctf.testing.Platform;
import org.tctf.testing.Refused;

abstract class AuthAdminBehaviour {
    private static final Password PASSWORD = new Password("correct horse battery staple");

    private AuthAdmin service;
    private String admin;

    abstract AuthAdmin start();

    @BeforeEach
    void startService() {
        service = start();
        admin = member("root");
        service.identity().accounts().grant(admin, Role.ADMIN);
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void whoIsDisabledCannotBeUsedUntilEnabledAgain() {
        String eve = member("eve");
        theAdmin().put("status", Map.of("userId", eve, "enabled", false, "reason", "spam"));
        assertThat(standing(eve).maySignIn()).isFalse();
        assertThat(found(Map.of("status", "DISABLED"))).containsExactly(eve);
        theAdmin().put("status", Map.of("userId", eve, "enabled", true, "reason", "a mistake"));
        assertThat(standing(eve).maySignIn()).isTrue();
        assertThat(found(Map.of("status", "DISABLED"))).isEmpty();
        assertThat(members("USER_DISABLED")).containsExactly(eve);
        assertThat(members("USER_ENABLED")).containsExactly(eve);
    }

    @Test
    void aLifeThatEndsForNowBeginsAgain() {
        String eve = member("eve");
        theAdmin().put("activation", Map.of("userId", eve, "active", false, "reason", "on leave"));
        assertThat(standing(eve).active()).isFalse();
        assertThat(found(Map.of("status", "INACTIVE"))).containsExactly(eve);
        theAdmin().put("activation", Map.of("userId", eve, "active", true, "reason", "back"));
        assertThat(standing(eve).maySignIn()).isTrue();
        assertThat(members("USER_DEACTIVATED")).containsExactly(eve);
        assertThat(members("USER_ACTIVATED")).containsExactly(eve);
    }

    @Test
    void rolesAreGrantedAndTakenAway() {
        String eve = member("eve");
        theAdmin().put("roles", role(eve, "MODERATOR", true));
        theAdmin().put("roles", role(eve, "STAFF", true));
        assertThat(standing(eve).account().roles()).contains(Role.MODERATOR, Role.STAFF);
        assertThat(found(Map.of("role", "STAFF"))).containsExactly(eve);
        theAdmin().put("roles", role(eve, "MODERATOR", false));
        assertThat(standing(eve).account().roles()).containsExactlyInAnyOrder(Role.MEMBER, Role.STAFF);
        assertThat(found(Map.of("role", "MODERATOR"))).isEmpty();
        assertThat(service.facts("ROLE_GRANTED")).hasSize(2);
        assertThat(service.facts("ROLE_REVOKED")).singleElement().satisfies(fact -> {
            assertThat(fact.path("userId").asText()).isEqualTo(eve);
            assertThat(fact.path("role").asText()).isEqualTo("MODERATOR");
        });
    }

    @Test
    void aMembersSessionsEndAndTheAccountIsUsedAsBefore() {
        String eve = member("eve");
        String bob = member("bob");
        Tokens stolen = signIn(eve);
        Tokens other = signIn(eve);
        Tokens bobs = signIn(bob);
        theAdmin().endSessions(eve, "a lost phone");
        service.advance(Duration.ofSeconds(11));
        assertThat(refreshes(stolen)).isFalse();
        assertThat(refreshes(other)).isFalse();
        assertThat(refreshes(bobs)).isTrue();
        assertThat(standing(eve).maySignIn()).isTrue();
        assertThat(refreshes(signIn(eve))).isTrue();
        assertThat(members("USER_SESSIONS_ENDED")).containsExactly(eve);
        assertThat(theAdmin().audit(Map.of("member", eve, "type", "USER_SESSIONS_ENDED")))
                .extracting(Seen::outcome, Seen::actor, Seen::reason)
                .containsExactly(tuple("DONE", admin, "a lost phone"), tuple("ORDERED", admin, "a lost phone"));
    }

    @Test
    void everybodysSessionsEndAtOnceAndEverybodyMaySignInAgain() {
        String eve = member("eve");
        String bob = member("bob");
        List<Tokens> before = List.of(signIn(eve), signIn(bob));
        theAdmin().endEverybodysSessions("tokens were stolen");
        service.advance(Duration.ofSeconds(11));
        assertThat(before).noneMatch(this::refreshes);
        assertThat(refreshes(signIn(eve))).isTrue();
        assertThat(refreshes(signIn(bob))).isTrue();
        assertThat(service.facts("EVERYBODYS_SESSIONS_ENDED")).hasSize(1);
        assertThat(theAdmin().audit(Map.of("type", "EVERYBODYS_SESSIONS_ENDED")))
                .extracting(Seen::outcome, Seen::memberId, Seen::actor, Seen::reason)
                .containsExactly(
                        tuple("DONE", null, admin, "tokens were stolen"),
                        tuple("ORDERED", null, admin, "tokens were stolen"));
    }

    @Test
    void sessionsAreEndedByWhoHasJustProvedThemselvesAndSaysWhy() {
        String eve = member("eve");
        Tokens tokens = signIn(eve);
        Somebody tired = theAdmin();
        assertThatThrownBy(() -> tired.endEverybodysSessions("  ")).isInstanceOf(Refused.class);
        assertRefused("USER_NOT_FOUND", () -> tired.endSessions("nobody", "who?"));
        assertRefused("CANNOT_ACT_ON_ONESELF", () -> tired.endSessions(admin, "enough"));
        service.advance(Duration.ofMinutes(6));
        assertRefused("RECENT_AUTHENTICATION_REQUIRED", () -> tired.endSessions(eve, "late"));
        assertRefused("RECENT_AUTHENTICATION_REQUIRED", () -> tired.endEverybodysSessions("late"));
        assertThat(refreshes(tokens)).isTrue();
    }

    @Test
    void whatIsSoAlreadyIsNoAct() {
        String eve = member("eve");
        theAdmin().put("status", Map.of("userId", eve, "enabled", true, "reason", "to be sure"));
        theAdmin().put("roles", role(eve, "STAFF", false));
        assertThat(service.facts("USER_ENABLED")).isEmpty();
        assertThat(service.facts("ROLE_REVOKED")).isEmpty();
    }

    @Test
    void nobodyActsOnThemselves() {
        assertRefused(
                "CANNOT_ACT_ON_ONESELF",
                () -> theAdmin().put("status", Map.of("userId", admin, "enabled", false, "reason", "enough")));
        assertRefused("CANNOT_ACT_ON_ONESELF", () -> theAdmin().put("roles", role(admin, "STAFF", true)));
        assertThat(standing(admin).account().roles()).doesNotContain(Role.STAFF);
    }

    @Test
    void theLastAdministratorStays() {
        String other = member("other");
        // A token that still says ADMIN, of somebody who is none any more.
        Somebody stale = service.as(other, Role.ADMIN);
        assertRefused(
                "LAST_ADMIN",
                () -> stale.put("status", Map.of("userId", admin, "enabled", false, "reason", "revenge")));
        assertRefused(
                "LAST_ADMIN",
                () -> stale.put("activation", Map.of("userId", admin, "active", false, "reason", "revenge")));
        assertRefused("LAST_ADMIN", () -> stale.put("roles", role(admin, "ADMIN", false)));
        assertThat(service.facts("USER_DISABLED")).isEmpty();
        theAdmin().put("roles", role(other, "ADMIN", true));
        service.as(other, Role.ADMIN).put("roles", role(admin, "ADMIN", false));
        assertThat(standing(admin).account().roles()).doesNotContain(Role.ADMIN);
    }

    @Test
    void anActNeedsARecentProofAndAReason() {
        String eve = member("eve");
        Somebody tired = theAdmin();
        assertThatThrownBy(() -> tired.put("status", Map.of("userId", eve, "enabled", false, "reason", "  ")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(
                        () -> tired.put("status", Map.of("userId", eve, "enabled", false, "reason", "x".repeat(501))))
                .isInstanceOf(Refused.class);
        tired.put("status", Map.of("userId", eve, "enabled", false, "reason", "x".repeat(500)));
        service.advance(Duration.ofMinutes(6));
        assertRefused(
                "RECENT_AUTHENTICATION_REQUIRED",
                () -> tired.put("status", Map.of("userId", eve, "enabled", true, "reason", "late")));
    }

    @Test
    void whoIsNotThereCannotBeActedOn() {
        assertRefused(
                "USER_NOT_FOUND",
                () -> theAdmin().put("status", Map.of("userId", "nobody", "enabled", false, "reason", "who?")));
    }

    @Test
    void whoeverConfirmsTheNamedAddressIsTheFirstAdminWhileThereIsNone() {
        String ada = account(Platform.FIRST_ADMIN);
        service.appointFirstAdmin();
        assertThat(standing(ada).account().roles()).containsExactly(Role.MEMBER);
        assertThat(service.facts("ROLE_GRANTED")).isEmpty();
    }

    @Test
    void accountsAreFoundByWhatIsKnownOfThemNewestFirst() {
        String ada = member(
                "ada",
                new EmailAddress("ada@example.org"),
                Map.of("country", "GB", "city", "London", "membershipTier", "PRO"));
        service.advance(Duration.ofSeconds(1));
        String bob = member(
                "bob",
                new EmailAddress("bob@example.org"),
                Map.of("country", "GB", "city", "Leeds", "membershipPlan", "ORGANIZATION"));
        service.advance(Duration.ofSeconds(1));
        String eve = member("Eve_1", new EmailAddress("eve@example.org"), Map.of("country", "FR", "city", "london"));
        assertThat(found(Map.of())).containsExactly(eve, bob, ada, admin);
        assertThat(found(Map.of("email", "ADA@example.org"))).containsExactly(ada);
        assertThat(found(Map.of("membershipName", "eve_1"))).containsExactly(eve);
        assertThat(found(Map.of("country", "GB"))).containsExactly(bob, ada);
        assertThat(found(Map.of("city", "London"))).containsExactly(eve, ada);
        assertThat(found(Map.of("city", "London", "country", "GB"))).containsExactly(ada);
        assertThat(found(Map.of("plan", "ORGANIZATION"))).containsExactly(bob);
        assertThat(found(Map.of("tier", "PRO"))).containsExactly(ada);
        assertThat(found(Map.of("tier", "BASIC"))).containsExactly(eve, bob, admin);
        assertThat(found(Map.of("role", "MEMBER", "status", "ACTIVE"))).contains(eve, bob, ada);
        assertThat(found(Map.of("email", "ada@example.org", "country", "FR"))).isEmpty();
    }

    @Test
    void aSearchGoesOnWhereThePageEnded() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.addFirst(member("m" + i + "_", newAddress(), Map.of("city", i % 2 == 0 ? "Even" : "Odd")));
            service.advance(Duration.ofSeconds(1));
        }
        List<String> found = new ArrayList<>();
        Map<String, String> filter = new HashMap<>(Map.of("city", "even", "limit", "2"));
        do {
            Found page = theAdmin().search(filter);
            assertThat(page.userIds()).hasSizeLessThanOrEqualTo(2);
            found.addAll(page.userIds());
            if (page.nextCursor() == null) {
                break;
            }
            filter.put("cursor", page.nextCursor());
        } while (true);
        assertThat(found).containsExactly(all.get(0), all.get(2), all.get(4), all.get(6));
        String cursor = theAdmin().search(Map.of("city", "even", "limit", "2")).nextCursor();
        assertRefused("INVALID_CURSOR", () -> theAdmin().search(Map.of("city", "odd", "limit", "2", "cursor", cursor)));
        assertRefused(
                "INVALID_CURSOR",
                () -> theAdmin().search(Map.of("city", "even", "limit", "2", "cursor", cursor + "x")));
    }

    @Test
    void theSearchFollowsWhatOthersSay() {
        String ada = member("ada");
        EmailAddress moved = newAddress();
        service.identity().accounts().move(ada, moved);
        service.happened("EMAIL_CHANGED", ada, Map.of("userId", ada, "email", moved.value()));
        assertThat(found(Map.of("email", moved.value()))).containsExactly(ada);
        service.happened(
                "PROFILE_UPDATED",
                ada,
                Map.of(
                        "userId",
                        ada,
                        "displayName",
                        "Countess",
                        "categories",
                        List.of("BASIC"),
                        "fields",
                        List.of("firstName")));
        assertThat(found(Map.of("email", moved.value()))).containsExactly(ada);
        for (String type : List.of("ACCOUNT_DELETED", "USER_ERASED")) {
            service.happened(type, ada, Map.of("userId", ada));
            assertThat(found(Map.of("email", moved.value()))).isEmpty();
        }
    }

    @Test
    void aSignUpThatIsHeardOfLateShowsTheAccountAsItIsNow() {
        String eve = account(newAddress());
        service.identity().accounts().disable(eve);
        signedUp(eve, "eve", Map.of());
        assertThat(found(Map.of("status", "DISABLED"))).containsExactly(eve);
        String gone = account(newAddress());
        service.identity().accounts().erase(gone);
        signedUp(gone, "gone", Map.of());
        assertThat(found(Map.of("membershipName", "gone"))).isEmpty();
    }

    @Test
    void everyActIsInTheLogFromTheOrderToTheEnd() {
        String eve = member("eve");
        theAdmin().put("status", Map.of("userId", eve, "enabled", false, "reason", "spam"));
        List<Seen> log = theAdmin().audit(Map.of("member", eve, "type", "USER_DISABLED"));
        assertThat(log).extracting(Seen::outcome).containsExactly("DONE", "ORDERED");
        assertThat(log).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo(admin);
            assertThat(entry.reason()).isEqualTo("spam");
        });
        String other = member("other");
        assertRefused("LAST_ADMIN", () -> service.as(other, Role.ADMIN).put("roles", role(admin, "ADMIN", false)));
        assertThat(theAdmin().audit(Map.of("actor", other)))
                .extracting(Seen::type, Seen::outcome, Seen::reason)
                .containsExactly(
                        tuple("ROLE_REVOKED", "REFUSED", "LAST_ADMIN"), tuple("ROLE_REVOKED", "ORDERED", "as agreed"));
    }

    @Test
    void whateverAnAuthenticationServiceSaysIsInTheLogWithoutAnythingPersonal() {
        service.said(
                "auth-core",
                "SIGNED_IN",
                Map.of("userId", "ada", "sessionId", "s-1", "method", "PASSWORD", "device", "Ada's phone"));
        service.said(
                "auth-mfa", "SOMETHING_NEW", Map.of("userId", "ada", "email", "ada@example.org", "code", "sealed"));
        service.said(
                "auth-core", "SIGN_IN_FAILED", Map.of("address", "a***a@e***e.org", "reason", "WRONG_CREDENTIALS"));
        service.said("social-network", "POST_PUBLISHED", Map.of("userId", "ada"));
        assertThat(theAdmin().audit(Map.of("member", "ada")))
                .extracting(Seen::type)
                .containsExactlyInAnyOrder("SOMETHING_NEW", "SIGNED_IN");
        Seen signedIn = theAdmin().audit(Map.of("type", "SIGNED_IN")).getFirst();
        assertThat(signedIn.details()).contains("s-1", "PASSWORD").doesNotContain("phone");
        assertThat(theAdmin().audit(Map.of("type", "SOMETHING_NEW")).getFirst().details())
                .isEqualTo("{}");
        Seen failed = theAdmin().audit(Map.of("type", "SIGN_IN_FAILED")).getFirst();
        assertThat(failed.memberId()).isNull();
        assertThat(failed.details()).contains("a***a@e***e.org");
        assertThat(theAdmin().audit(Map.of())).hasSize(3);
    }

    @Test
    void theLogIsFilteredByTime() {
        service.said("auth-core", "SIGNED_IN", Map.of("userId", "ada"));
        service.advance(Duration.ofHours(2));
        service.said("auth-core", "SIGNED_OUT", Map.of("userId", "ada"));
        assertThat(theAdmin().audit(Map.of("member", "ada", "from", "2026-11-20T10:00:00Z")))
                .extracting(Seen::type)
                .containsExactly("SIGNED_OUT");
        assertThat(theAdmin().audit(Map.of("to", "2026-11-20T10:00:00Z")))
                .extracting(Seen::type)
                .containsExactly("SIGNED_IN");
        assertRefused(
                "INVALID_TIME_RANGE",
                () -> theAdmin().audit(Map.of("from", "2026-11-18T10:00:00Z", "to", "2026-11-20T10:00:00Z")));
    }

    @Test
    void whatIsInTheLogIsLinkedWithinAMinuteAndProvesThatItIsWhole() {
        assertThat(theAdmin().verify()).isEqualTo(new Looked(true, true, 0));
        for (int i = 0; i < 60; i++) {
            service.said("auth-core", "SIGNED_IN", Map.of("userId", "ada", "sessionId", "s-" + i));
        }
        assertThat(theAdmin().audit(Map.of("member", "ada")))
                .extracting(Seen::isLinked)
                .containsOnly(false);
        service.linkAudit();
        assertThat(theAdmin().audit(Map.of("member", "ada")))
                .extracting(Seen::isLinked)
                .containsOnly(true);
        assertThat(theAdmin().verify()).isEqualTo(new Looked(true, true, 60));
    }

    @Test
    void aServiceKeyIsMadeReplacedAndRevokedAndAllOfItIsInTheLog() {
        Made first = theAdmin().createKey(30, "analytics:read");
        assertThat(first.key()).matches("tctf_sk_[0-9A-Za-z]{46}");
        service.advance(Duration.ofSeconds(1));
        Made next = theAdmin().rotateKey(first.id(), 24);
        assertThat(next.key()).isNotEqualTo(first.key());
        assertThat(theAdmin().keys()).containsExactly(next.id(), first.id());
        theAdmin().revokeKey(first.id());
        assertThat(theAdmin().keys()).containsExactly(next.id());
        assertRefused("KEY_NOT_FOUND", () -> theAdmin().revokeKey(first.id()));
        assertRefused("KEY_NOT_FOUND", () -> theAdmin().rotateKey(first.id(), 1));
        assertThat(service.facts("API_KEY_CREATED")).hasSize(2);
        assertThat(service.facts("API_KEY_REVOKED")).hasSize(1);
        assertThat(service.facts("API_KEY_CREATED").toString()).doesNotContain("tctf_sk_");
        List<Seen> log = theAdmin().audit(Map.of("actor", admin));
        assertThat(log).extracting(Seen::outcome).filteredOn("DONE"::equals).hasSize(3);
        assertThat(log.toString()).doesNotContain("tctf_sk_");
    }

    @Test
    void aServiceKeyNeedsARecentProof() {
        Somebody tired = theAdmin();
        service.advance(Duration.ofMinutes(6));
        assertRefused("RECENT_AUTHENTICATION_REQUIRED", () -> tired.createKey(1, "analytics:read"));
    }

    @Test
    void aMemberGetsACopyOfWhatIsSaidOfThemButNotWhoSaidIt() {
        String eve = member("eve");
        theAdmin().put("status", Map.of("userId", eve, "enabled", false, "reason", "spam"));
        JsonNode hers = service.export(eve);
        assertThat(hers.at("/user/userId").asText()).isEqualTo(eve);
        assertThat(hers.path("audit-about")).anySatisfy(entry -> {
            assertThat(entry.path("type").asText()).isEqualTo("USER_DISABLED");
            assertThat(entry.path("reason").asText()).isEqualTo("spam");
        });
        assertThat(hers.toString()).doesNotContain(admin);
        JsonNode ours = service.export(admin);
        assertThat(ours.path("audit-by"))
                .anySatisfy(entry -> assertThat(entry.path("type").asText()).isEqualTo("USER_DISABLED"));
        assertThat(ours.toString()).doesNotContain(eve);
    }

    private Somebody theAdmin() {
        return service.as(admin, Role.ADMIN);
    }

    private List<String> found(Map<String, String> filter) {
        return theAdmin().search(filter).userIds();
    }

    private static Map<String, Object> role(String userId, String role, boolean granted) {
        return Map.of("userId", userId, "role", role, "granted", granted, "reason", "as agreed");
    }

    private Standing standing(String userId) {
        return service.identity().accounts().find(userId).orElseThrow();
    }

    private List<String> members(String type) {
        return service.facts(type).stream()
                .map(fact -> fact.path("userId").asText())
                .toList();
    }

    private String member(String name) {
        return member(name, newAddress(), Map.of());
    }

    /** An account whose sign-up is known here. */
    private String member(String name, EmailAddress email, Map<String, ?> more) {
        String id = account(email);
        signedUp(id, name, more);
        return id;
    }

    private void signedUp(String id, String name, Map<String, ?> more) {
        Map<String, Object> fact = new HashMap<>(Map.of(
                "userId", id,
                "email", "unused@example.org",
                "firstName", "Ada",
                "lastName", "Lovelace",
                "membershipName", name,
                "membershipPlan", "INDIVIDUAL",
                "country", "DE",
                "jobTitle", "Analyst"));
        fact.putAll(more);
        service.happened("SIGN_UP_CONFIRMED", id, fact);
    }

    private Tokens signIn(String userId) {
        return ((SignIns.Opened) service.identity().signIns().begin(userId, Proof.PASSWORD, null, null)).tokens();
    }

    private boolean refreshes(Tokens tokens) {
        return service.identity().sessions().refresh(tokens.refreshToken()) instanceof Refresh.Refreshed;
    }

    private String account(EmailAddress email) {
        Registration registered = service.identity().accounts().register(email, PASSWORD);
        String id = ((Registration.Registered) registered).accountId();
        service.identity().accounts().confirm(id);
        return id;
    }

    private static EmailAddress newAddress() {
        return new EmailAddress(UUID.randomUUID() + "@example.org");
    }

    private static void assertRefused(String code, ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOf(Refused.class).hasMessage(code);
    }
}
