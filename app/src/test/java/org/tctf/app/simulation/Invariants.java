package org.tctf.app.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.application.VerifyAudit;
import org.tctf.authadmin.domain.Verdict;
import org.tctf.identity.Role;
import org.tctf.mail.Mailbox;
import org.tctf.mail.ReceivedMail;
import org.tctf.testing.Answer;
import org.tctf.testing.Caller;

/** What must be true of the platform once it has come to rest, whatever went wrong before. */
final class Invariants {

    /** What is wrong, if anything. */
    private interface Check extends Function<Town, List<String>> {}

    private static final Map<String, Check> OF_DELIVERIES = new LinkedHashMap<>();
    private static final Map<String, Check> WHILE_ALL_ARE_HERE = new LinkedHashMap<>();

    static {
        OF_DELIVERIES.put(
                "nothing unexpected happened", town -> town.simulation().complaints());
        OF_DELIVERIES.put(
                "no delivery is lost", town -> town.simulation().queues().lost());
        OF_DELIVERIES.put(
                "no delivery takes effect twice",
                town -> town.simulation().queues().repeated());
        OF_DELIVERIES.put("no message is dead", Invariants::dead);
        OF_DELIVERIES.put("no mail is sent again by who knows that it was sent", Invariants::mailedTwice);
        WHILE_ALL_ARE_HERE.putAll(OF_DELIVERIES);
        WHILE_ALL_ARE_HERE.put("everybody is welcomed once", Invariants::welcomes);
        WHILE_ALL_ARE_HERE.put(
                "a campaign reaches everybody once, or says whom it may not have", Invariants::campaigns);
        WHILE_ALL_ARE_HERE.put("account, member and workspace agree", Invariants::members);
        WHILE_ALL_ARE_HERE.put("what was chosen is so", Invariants::preferences);
        WHILE_ALL_ARE_HERE.put("nobody has more than five sessions", Invariants::sessions);
        WHILE_ALL_ARE_HERE.put("a conversation has every message once, in order", Invariants::conversations);
        WHILE_ALL_ARE_HERE.put("as much is counted unread as is unread", Invariants::notifications);
        WHILE_ALL_ARE_HERE.put("analytics counts what happened", Invariants::counts);
        WHILE_ALL_ARE_HERE.put("the audit log is what was written", Invariants::audit);
    }

    private Invariants() {}

    /** What is wrong while everybody who came is still here. */
    static List<String> broken(Town town) {
        return broken(town, WHILE_ALL_ARE_HERE);
    }

    /** What is wrong with what was sent from one to another, whoever is here. */
    static List<String> ofDeliveries(Town town) {
        return broken(town, OF_DELIVERIES);
    }

    private static List<String> broken(Town town, Map<String, Check> checks) {
        List<String> broken = new ArrayList<>();
        checks.forEach((name, check) -> {
            try {
                check.apply(town).forEach(what -> broken.add(name + ": " + what));
            } catch (RuntimeException | AssertionError cannotBeLookedAt) {
                broken.add("%s: it cannot be looked at: %s".formatted(name, cannotBeLookedAt));
            }
        });
        return broken;
    }

    private static List<String> dead(Town town) {
        return town.simulation().queues().dead().stream().map(Parcel::label).toList();
    }

    /** Beyond the one moment that no transaction covers: between the provider's yes and our commit. */
    private static List<String> mailedTwice(Town town) {
        return town.simulation().mailedWell().entrySet().stream()
                .filter(mail -> mail.getValue() > 1)
                .map(mail -> "%s was sent %d times".formatted(mail.getKey(), mail.getValue()))
                .toList();
    }

    private static List<String> welcomes(Town town) {
        return each(confirmed(town), (member, say) -> {
            long welcomes = mails(town).stream()
                    .filter(mail -> mail.mail().to().value().equals(member.email()))
                    .filter(mail -> mail.mail().subject().startsWith("Welcome"))
                    .count();
            if (welcomes != 1) {
                say.accept("%s has %d welcome mails".formatted(member.name(), welcomes));
            }
        });
    }

    private static List<String> campaigns(Town town) {
        Caller staff = town.simulation().as("staff", Role.STAFF);
        return each(town.editor().scheduled(), (id, say) -> {
            JsonNode progress = staff.get("/v1/campaigns/%s/progress".formatted(id))
                    .expect(200)
                    .json();
            String subject = staff.get("/v1/campaigns/" + id).expect(200).at("/name");
            List<ReceivedMail> mails = mails(town).stream()
                    .filter(mail -> mail.mail().subject().equals(subject))
                    .toList();
            long sent = progress.path("sent").asLong();
            long unknown = progress.path("unknown").asLong();
            Set<String> readers = new HashSet<>();
            for (ReceivedMail mail : mails) {
                if (mail.deliveries() > 1 || !readers.add(mail.mail().to().value())) {
                    say.accept("%s has %s twice".formatted(mail.mail().to(), subject));
                }
            }
            if (mails.size() < sent || mails.size() > sent + unknown) {
                say.accept("%s: %d mails came, it says %s".formatted(subject, mails.size(), progress));
            }
            if (!progress.path("state").asText().equals("SENT")) {
                say.accept("%s does not end: %s".formatted(subject, progress));
            }
            town.subscribed().forEach((address, since) -> {
                if (since < Editor.number(subject) && !readers.contains(address) && unknown == 0) {
                    say.accept("%s was on the list and does not have %s: %s".formatted(address, subject, progress));
                }
            });
        });
    }

    private static List<String> members(Town town) {
        return each(confirmed(town), (member, say) -> {
            String id = Objects.requireNonNull(member.userId());
            Caller self = town.simulation().as(id);
            expect(self.get("/v1/members/" + member.name()), "/id", id, member, say);
            expect(self.get("/v1/users/me"), "/email", member.email(), member, say);
            expect(self.get("/v1/users/me"), "/membershipName", member.name(), member, say);
            expect(self.get("/v1/onboarding"), "", "", member, say);
        });
    }

    private static List<String> preferences(Town town) {
        return each(confirmed(town), (member, say) -> {
            if (member.theme() != null) {
                Caller self = town.simulation().as(Objects.requireNonNull(member.userId()));
                expect(self.get("/v1/users/me"), "/preferences/theme", member.theme(), member, say);
            }
        });
    }

    private static List<String> sessions(Town town) {
        return each(confirmed(town), (member, say) -> {
            Caller self = town.simulation().as(Objects.requireNonNull(member.userId()));
            int open = self.get("/v1/auth/sessions")
                    .expect(200)
                    .json()
                    .path("items")
                    .size();
            if (open > 5) {
                say.accept("%s has %d".formatted(member.name(), open));
            }
        });
    }

    private static List<String> conversations(Town town) {
        return each(town.conversations().entrySet(), (conversation, say) -> {
            String id = conversation.getKey();
            List<JsonNode> first = null;
            for (String memberId : conversation.getValue()) {
                Caller self = town.simulation().as(memberId);
                List<JsonNode> messages = all(self, "/v1/conversations/%s/messages?limit=100".formatted(id));
                messages.sort((a, b) -> Long.compare(number(a), number(b)));
                inOrder(id, messages, say);
                unread(id, memberId, messages, self, say);
                if (first == null) {
                    first = messages;
                    everythingSaid(town, id, messages, say);
                } else if (!first.toString().equals(messages.toString())) {
                    say.accept("%s looks different to its members".formatted(id));
                }
            }
        });
    }

    private static void inOrder(String id, List<JsonNode> messages, Consumer<String> say) {
        Set<String> clientIds = new HashSet<>();
        for (int i = 0; i < messages.size(); i++) {
            if (number(messages.get(i)) != i + 1) {
                say.accept("%s has number %d in place %d".formatted(id, number(messages.get(i)), i + 1));
            }
            String clientId = messages.get(i).path("clientMessageId").asText();
            if (!clientIds.add(clientId)) {
                say.accept("%s has %s twice".formatted(id, clientId));
            }
        }
    }

    private static void everythingSaid(Town town, String id, List<JsonNode> messages, Consumer<String> say) {
        Map<String, JsonNode> byClientId = new HashMap<>();
        messages.forEach(
                message -> byClientId.put(message.path("clientMessageId").asText(), message));
        town.said().forEach((clientId, said) -> {
            JsonNode message = byClientId.get(clientId);
            boolean isHere = said.conversationId().equals(id);
            if (isHere && (message == null || number(message) != said.number())) {
                say.accept(
                        "%s was told that %s is number %d, it is %s".formatted(id, clientId, said.number(), message));
            }
        });
    }

    private static void unread(String id, String memberId, List<JsonNode> messages, Caller self, Consumer<String> say) {
        JsonNode seat = self.get("/v1/conversations/" + id).expect(200).json();
        long unread = messages.stream()
                .filter(message -> number(message) > seat.path("read").asLong())
                .filter(message -> !message.path("senderId").asText().equals(memberId))
                .count();
        if (seat.path("unread").asLong() != unread) {
            say.accept("%s counts %d unread in %s, there are %d"
                    .formatted(memberId, seat.path("unread").asLong(), id, unread));
        }
    }

    private static List<String> notifications(Town town) {
        return each(confirmed(town), (member, say) -> {
            Caller self = town.simulation().as(Objects.requireNonNull(member.userId()));
            int unread = all(self, "/v1/notifications?filter=unread&limit=100").size();
            long counted = self.get("/v1/notifications")
                    .expect(200)
                    .json()
                    .path("unread")
                    .asLong();
            if (unread != counted) {
                say.accept("%s counts %d, there are %d".formatted(member.name(), counted, unread));
            }
        });
    }

    private static List<String> counts(Town town) {
        Map<String, String> facts = Map.of(
                "sign-ups", "USER_CREATED",
                "sign-ups-confirmed", "SIGN_UP_CONFIRMED",
                "chat-messages", "CHAT_MESSAGE_SENT",
                "messages-sent", "MESSAGE_SENT",
                "messages-delivered", "MESSAGE_DELIVERED");
        Instant now = town.simulation().clock().instant();
        return each(facts.entrySet(), (metric, say) -> {
            JsonNode answer = town.simulation()
                    .as("staff", Role.STAFF)
                    .get("/v1/analytics/metrics?granularity=day&metric=%s&from=2026-11-01&to=%s"
                            .formatted(
                                    metric.getKey(),
                                    now.atOffset(ZoneOffset.UTC).toLocalDate()))
                    .expect(200)
                    .json();
            int counted = answer.findValues("count").stream()
                    .mapToInt(JsonNode::asInt)
                    .sum();
            int happened = town.simulation().queues().facts(metric.getValue());
            if (counted != happened) {
                say.accept("%s is %d, of %s there were %d"
                        .formatted(metric.getKey(), counted, metric.getValue(), happened));
            }
        });
    }

    private static List<String> audit(Town town) {
        VerifyAudit verifyAudit = town.simulation().life().bean(VerifyAudit.class);
        Verdict verdict = verifyAudit.verify(null);
        while (!verdict.isComplete()) {
            verdict = verifyAudit.verify(verdict.to());
        }
        return verdict.isIntact() ? List.of() : List.of(verdict.toString());
    }

    // What they look at.

    static List<Member> confirmed(Town town) {
        return town.members().stream().filter(member -> member.userId() != null).toList();
    }

    private static List<ReceivedMail> mails(Town town) {
        return town.simulation().disk().mailbox().newest(null, null, Mailbox.CAPACITY);
    }

    private static long number(JsonNode message) {
        return message.path("number").asLong();
    }

    /** All pages. */
    private static List<JsonNode> all(Caller caller, String path) {
        List<JsonNode> items = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            JsonNode page = caller.get(path + cursor).expect(200).json();
            page.path("items").forEach(items::add);
            cursor = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : null;
        }
        return items;
    }

    private static void expect(Answer answer, String pointer, String wanted, Member member, Consumer<String> say) {
        if (answer.status() != 200 || (!pointer.isEmpty() && !answer.at(pointer).equals(wanted))) {
            say.accept("%s: %s should be '%s' in %s".formatted(member.name(), pointer, wanted, answer));
        }
    }

    private interface Look<T> {
        void at(T one, Consumer<String> say);
    }

    private static <T> List<String> each(Iterable<T> all, Look<T> look) {
        List<String> found = new ArrayList<>();
        all.forEach(one -> look.at(one, found::add));
        return found;
    }
}
