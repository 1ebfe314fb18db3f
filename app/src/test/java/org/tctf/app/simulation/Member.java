package org.tctf.app.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;

/** Somebody who signs up, stays a while, and perhaps goes. */
final class Member extends Somebody {
    private static final List<String> THEMES = List.of("LIGHT", "DARK", "SYSTEM");
    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "de", "it", "pt");

    private final Town town;
    private final Chance chance;
    private final String email;
    private final boolean wantsNews;
    private String password;
    private int forms;
    private @Nullable String sessionId;
    private @Nullable String userId;
    private @Nullable String token;
    private @Nullable String resetId;
    private @Nullable String resetToken;
    private @Nullable String theme;
    private @Nullable Instant goesAt;
    private final List<String> conversations = new ArrayList<>();

    Member(Town town, int number) {
        super("member_%02d".formatted(number));
        this.town = town;
        chance = town.chance();
        email = name() + "@example.org";
        password = "a long password of " + name();
        wantsNews = number % 3 != 0;
    }

    /** Whether they are here, with all that they came for. */
    boolean hasArrived() {
        return userId != null && !lacksNews();
    }

    private boolean lacksNews() {
        return wantsNews && !town.subscribed().containsKey(email);
    }

    String email() {
        return email;
    }

    /** Absent while their sign-up is not confirmed. */
    @Nullable
    String userId() {
        return userId;
    }

    /** What they chose last and were told is so; absent when they don't know. */
    @Nullable
    String theme() {
        return theme;
    }

    /** When they asked to be forgotten, if they did. */
    @Nullable
    Instant goesAt() {
        return goesAt;
    }

    @Override
    @Nullable
    Act next() {
        if (userId == null) {
            return sessionId == null || chance.percent(4)
                    ? signUp()
                    : confirm(sessionId).orElse(null);
        }
        if (goesAt != null) {
            return null;
        }
        if (lacksNews() && chance.percent(50)) {
            return subscribe();
        }
        return token == null ? withoutToken() : withToken(userId, token);
    }

    // Coming in.

    private Act signUp() {
        Map<String, String> form = Map.of(
                "email",
                email,
                "password",
                password,
                "firstName",
                "Given",
                "lastName",
                "Family",
                "membershipName",
                name(),
                "membershipPlan",
                "INDIVIDUAL",
                "country",
                "GB",
                "jobTitle",
                "Tester " + ++forms);
        String key = key();
        return new Act(
                "signs up",
                caller -> caller.header("Idempotency-Key", key).post("/v1/account/signup", form),
                answer -> {
                    if (answer.status() == 201) {
                        sessionId = answer.at("/sessionId");
                    }
                });
    }

    private Optional<Act> confirm(String session) {
        String key = key();
        return town.code(email)
                .map(code -> chance.percent(10) ? "000000" : code)
                .map(code -> new Act(
                        "confirms",
                        caller -> caller.header("Idempotency-Key", key)
                                .post("/v1/account/signup/confirm", Map.of("sessionId", session, "code", code)),
                        answer -> {
                            if (answer.status() == 200) {
                                userId = answer.at("/userId");
                            } else if (answer.status() != 400 || chance.percent(15)) {
                                sessionId = null;
                            }
                        }));
    }

    // Getting in.

    private Act withoutToken() {
        String reset = resetId;
        if (reset != null) {
            return resetPassword(reset);
        }
        int die = chance.below(100);
        if (die < 12) {
            return signIn("not the password " + name());
        }
        return die < 22 ? forgetPassword() : signIn(password);
    }

    private Act signIn(String with) {
        String key = key();
        return new Act(
                with.equals(password) ? "signs in" : "signs in wrongly",
                caller -> caller.header("Idempotency-Key", key)
                        .post("/v1/auth/signin", Map.of("email", email, "password", with)),
                answer -> {
                    if (answer.status() == 200) {
                        token = answer.at("/accessToken");
                    }
                });
    }

    private Act forgetPassword() {
        String key = key();
        return new Act(
                "forgets the password",
                caller ->
                        caller.header("Idempotency-Key", key).post("/v1/auth/forgot-password", Map.of("email", email)),
                answer -> {
                    if (answer.status() == 202) {
                        resetId = answer.at("/resetId");
                    }
                });
    }

    private Act resetPassword(String reset) {
        String proof = resetToken;
        if (proof != null) {
            String next = "a longer password %d of %s".formatted(++forms, name());
            return new Act(
                    "sets a password",
                    caller -> caller.post(
                            "/v1/auth/confirm", Map.of("resetId", reset, "resetToken", proof, "newPassword", next)),
                    answer -> {
                        resetId = null;
                        resetToken = null;
                        if (answer.status() == 204) {
                            password = next;
                        }
                    });
        }
        String code = town.code(email).orElse("000000");
        String key = key();
        return new Act(
                "proves the address",
                caller -> caller.header("Idempotency-Key", key)
                        .post("/v1/auth/verify-code", Map.of("resetId", reset, "code", code)),
                answer -> {
                    if (answer.status() == 200) {
                        resetToken = answer.at("/resetToken");
                    } else if (chance.percent(30)) {
                        resetId = null;
                    }
                });
    }

    // Being here.

    private @Nullable Act withToken(String me, String access) {
        int die = chance.below(100);
        if (die < 15) {
            return prefer(access);
        }
        if (die < 27) {
            return meet(me, access);
        }
        if (die < 55) {
            return conversations.isEmpty() ? meet(me, access) : write(access, chance.one(conversations));
        }
        if (die < 63) {
            return conversations.isEmpty() ? readNotifications(access) : read(access, chance.one(conversations));
        }
        if (die < 70) {
            return readNotifications(access);
        }
        if (die < 76) {
            return describe(me, access);
        }
        if (die < 91) {
            return subscribe();
        }
        if (die < 95) {
            return signOut(access);
        }
        return die < 98 ? leave(access) : signIn(password);
    }

    private Act prefer(String access) {
        String wanted = chance.one(THEMES);
        Map<String, String> form = Map.of("theme", wanted, "language", chance.one(LANGUAGES));
        return keyed("prefers " + wanted, access, caller -> caller.put("/v1/users/me/preferences", form), answer -> {
            // Whoever is refused when they ask again doesn't know what became of the first time.
            theme = answer.status() == 200 ? wanted : null;
        });
    }

    private @Nullable Act meet(String me, String access) {
        List<Member> others = town.members().stream()
                .filter(other -> other != this && other.userId() != null && other.goesAt() == null)
                .toList();
        if (others.isEmpty()) {
            return null;
        }
        String other = String.valueOf(chance.one(others).userId());
        return keyed(
                "meets somebody",
                access,
                caller -> caller.send("PUT", "/v1/conversations/direct/" + other, null),
                answer -> {
                    if (answer.status() == 200) {
                        String id = answer.at("/conversationId");
                        town.conversations().put(id, List.of(me, other));
                        if (!conversations.contains(id)) {
                            conversations.add(id);
                        }
                    }
                });
    }

    private Act write(String access, String conversation) {
        String id = chance.uuid().toString();
        String text = "%s says %s".formatted(name(), id);
        Map<String, String> form = Map.of("clientMessageId", id, "text", text);
        return new Act(
                "writes " + id,
                caller -> caller.token(access).post("/v1/conversations/" + conversation + "/messages", form),
                known(answer -> {
                    if (answer.status() == 201) {
                        town.said(id, answer.json());
                    }
                }));
    }

    private Act read(String access, String conversation) {
        long upTo = town.said().values().stream()
                .filter(one -> one.conversationId().equals(conversation))
                .mapToLong(Town.Said::number)
                .max()
                .orElse(0);
        return keyed(
                "reads",
                access,
                caller -> caller.put("/v1/conversations/" + conversation + "/position", Map.of("read", upTo)),
                answer -> {});
    }

    private Act readNotifications(String access) {
        return keyed("reads notifications", access, caller -> caller.post("/v1/notifications/read", Map.of()), a -> {});
    }

    private Act describe(String me, String access) {
        Map<String, Object> form =
                Map.of("basic", Map.of("firstName", "Given", "lastName", "Family", "bio", "Bio " + ++forms));
        return keyed(
                "describes themselves", access, caller -> caller.put("/v1/users/" + me + "/profile", form), a -> {});
    }

    /** Asks for the list's mails as anybody can, and says so again by the link in the mail. */
    private Act subscribe() {
        Optional<String> link = town.token(email);
        if (link.isPresent()) {
            return new Act(
                    "confirms a list",
                    caller -> caller.post("/v1/subscriptions/confirm?token=" + link.get()),
                    answer -> {
                        if (answer.status() == 200) {
                            town.subscribed().putIfAbsent(email, town.editor().campaigns());
                        }
                    });
        }
        String key = key();
        Map<String, Object> form = Map.of("email", email, "listIds", List.of(town.listId()), "name", "Given");
        return new Act(
                "asks for a list",
                caller -> caller.header("Idempotency-Key", key).post("/v1/subscriptions", form),
                answer -> {});
    }

    private Act signOut(String access) {
        return keyed("signs out", access, caller -> caller.post("/v1/auth/signout"), answer -> token = null);
    }

    private Act leave(String access) {
        return keyed("goes", access, caller -> caller.delete("/v1/users/me"), answer -> {
            if (answer.status() == 202) {
                goesAt = town.simulation().clock().instant();
            }
        });
    }

    private Act keyed(String what, String access, Function<Caller, Answer> ask, Consumer<Answer> then) {
        String key = key();
        return new Act(what, caller -> ask.apply(caller.token(access).header("Idempotency-Key", key)), known(then));
    }

    /** Who is not known any more signs in again. */
    private Consumer<Answer> known(Consumer<Answer> then) {
        return answer -> {
            if (answer.status() == 401) {
                token = null;
            }
            then.accept(answer);
        };
    }

    private String key() {
        return chance.uuid().toString();
    }
}
