package org.tctf.app.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tctf.identity.Role;
import org.tctf.kernel.EmailAddress;
import org.tctf.testing.Caller;

/** Everybody there is, and what was agreed with them: what the platform has answered yes to. */
final class Town {
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final Pattern TOKEN = Pattern.compile("subscriptions/confirm\\?token=([A-Za-z0-9_.%-]+)");

    /** The editor asks for as much as so many members. */
    private static final int EDITORS_SHARE = 2;

    /** A chat message that was taken. */
    record Said(String conversationId, long number, String text) {}

    private final Simulation simulation;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, Said> said = new LinkedHashMap<>();
    private final Map<String, List<String>> conversations = new LinkedHashMap<>();
    private final Map<String, Integer> subscribed = new HashMap<>();
    private final String listId;
    private final Editor editor;

    Town(Simulation simulation, int people) {
        this.simulation = simulation;
        Caller staff = simulation.as("staff", Role.STAFF);
        listId = staff.post("/v1/subscriber-lists", Map.of("name", "News", "description", "", "isPublic", true))
                .expect(201)
                .at("/listId");
        editor = new Editor(this);
        for (int i = 0; i < EDITORS_SHARE; i++) {
            simulation.add(editor);
        }
        for (int i = 1; i <= people; i++) {
            Member member = new Member(this, i);
            members.add(member);
            simulation.add(member);
        }
    }

    /** The first so many come in while nothing goes wrong. */
    void welcome(int first) {
        members.subList(0, first).forEach(member -> simulation.quietly(member, member::hasArrived));
    }

    Simulation simulation() {
        return simulation;
    }

    Chance chance() {
        return simulation.chance();
    }

    List<Member> members() {
        return members;
    }

    Editor editor() {
        return editor;
    }

    String listId() {
        return listId;
    }

    Map<String, Said> said() {
        return said;
    }

    void said(String clientMessageId, JsonNode message) {
        said.put(
                clientMessageId,
                new Said(
                        message.path("conversationId").asText(),
                        message.path("number").asLong(),
                        message.path("text").asText()));
    }

    /** Who is in each conversation. */
    Map<String, List<String>> conversations() {
        return conversations;
    }

    /** The campaign that was the newest when somebody's confirmation was answered, by address. */
    Map<String, Integer> subscribed() {
        return subscribed;
    }

    /** The newest code that was mailed to an address. */
    Optional<String> code(String address) {
        return newest(address, CODE);
    }

    /** The newest token that puts an address on the lists it asked for. */
    Optional<String> token(String address) {
        return newest(address, TOKEN);
    }

    private Optional<String> newest(String address, Pattern pattern) {
        return simulation.disk().mailbox().newest(new EmailAddress(address), null, 20).stream()
                .map(received -> pattern.matcher(received.mail().text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}
