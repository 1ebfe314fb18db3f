package org.tctf.usermessage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tctf.testing.Refused;
import org.tctf.testing.Workbench;
import org.tctf.usermessage.Chat.Happened;
import org.tctf.usermessage.Chat.Said;

/** However pushes are lost, doubled and overtake each other, every client ends with the same messages, each once. */
class ReplicaPropertyTest {
    private static final List<String> MEMBERS = List.of("ada", "bob", "eve");

    @Property(tries = 15)
    void everyClientEndsWithWhatIsThere(@ForAll long seed) {
        Random dice = new Random(seed);
        try (Chat chat = new PlainChat(Workbench.of(UserMessageService.DEFINITION))) {
            MEMBERS.forEach(member -> chat.exists(member, member));
            String id = chat.group("ada", "All", List.of("bob", "eve"));
            Map<String, Replica> replicas = MEMBERS.stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            member -> new Replica(after -> chat.sync(member, id, after, 1 + dice.nextInt(5)))));
            for (int i = 0; i < 40; i++) {
                act(chat, id, i, dice);
                replicas.values().forEach(replica -> overTheWire(chat, id, replica, dice));
            }
            replicas.values().forEach(Replica::catchUp);

            Map<Long, Said> there = chat.messages("ada", id, null).stream()
                    .collect(Collectors.toMap(Said::number, Function.identity()));
            assertThat(there.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, there.size()).boxed().toList());
            replicas.values().forEach(replica -> {
                assertThat(replica.messages()).isEqualTo(there);
                assertThat(replica.known()).isEqualTo(chat.show("ada", id).seq());
                assertThat(replica.appliedTwice()).isZero();
            });
        }
    }

    private static void act(Chat chat, String id, int step, Random dice) {
        String member = MEMBERS.get(dice.nextInt(MEMBERS.size()));
        long number = 1 + dice.nextInt(10);
        try {
            switch (dice.nextInt(6)) {
                case 0 -> chat.edit(member, id, number, "edited in step " + step);
                case 1 -> chat.delete(member, id, number);
                case 2 -> chat.react(member, id, number, dice.nextBoolean() ? "👍" : null);
                case 3 -> chat.rename("ada", id, "Name " + dice.nextInt(3));
                default -> chat.send(member, id, "m" + step, "sent in step " + step, null);
            }
        } catch (Refused notAllowed) {
            assertThat(notAllowed)
                    .message()
                    .isIn("NOT_YOUR_MESSAGE", "MESSAGE_NOT_FOUND", "MESSAGE_DELETED", "ROLE_REQUIRED");
        }
    }

    /** Some of what was pushed lately arrives, in any order, some of it twice. */
    private static void overTheWire(Chat chat, String id, Replica replica, Random dice) {
        long seq = chat.show("ada", id).seq();
        List<Happened> pushed =
                new ArrayList<>(chat.sync("ada", id, Math.max(0, seq - 4), 10).changes());
        pushed.addAll(pushed.subList(0, pushed.size() / 2));
        Collections.shuffle(pushed, dice);
        pushed.stream().filter(change -> dice.nextInt(3) == 0).forEach(replica::told);
    }
}
