package org.tctf.usermessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.testing.Refused;
import org.tctf.usermessage.Chat.Gap;
import org.tctf.usermessage.Chat.Happened;
import org.tctf.usermessage.Chat.Room;
import org.tctf.usermessage.Chat.Said;

/** What the service promises, whatever runs it. Each sentence has members of its own. */
abstract class ChatBehaviour {
    private static final int ALL = 100;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String ada = "ada-" + run;
    private final String bob = "bob-" + run;
    private final String eve = "eve-" + run;

    private Chat chat;

    abstract Chat start();

    @BeforeEach
    void begin() {
        chat = start();
        chat.exists(ada, "Ada");
        chat.exists(bob, "Bob");
        chat.exists(eve, "Eve");
    }

    @AfterEach
    void end() {
        chat.close();
    }

    @Test
    void twoMembersHaveOneConversationWhoeverOpensIt() {
        String id = chat.direct(ada, bob);

        assertThat(chat.direct(bob, ada)).isEqualTo(id);
        assertThat(chat.direct(ada, bob)).isEqualTo(id);
        assertThat(chat.rooms(bob)).extracting(Room::id, Room::name).containsExactly(tuple(id, "Ada Lovelace"));
        assertThat(chat.published("CONVERSATION_STARTED", id)).hasSize(1);
    }

    @Test
    void aConversationNeedsSomebodyElseWhoExists() {
        assertRefused("MEMBER_NOT_FOUND", () -> chat.direct(ada, "nobody-" + run));
        assertRefused("CONVERSATION_WITH_ONESELF", () -> chat.direct(ada, ada));
        assertRefused("MEMBER_NOT_FOUND", () -> chat.group(ada, "All", List.of(bob, "nobody-" + run)));
    }

    @Test
    void messagesAreNumberedInTheOrderInWhichTheyWereAccepted() {
        String id = chat.direct(ada, bob);

        say(ada, id, "one");
        say(bob, id, "two");
        say(ada, id, "three");

        assertThat(chat.messages(bob, id, null))
                .extracting(Said::number, Said::text)
                .containsExactly(tuple(3L, "three"), tuple(2L, "two"), tuple(1L, "one"));
    }

    @Test
    void sendingAgainSendsNothingAndAnotherContentIsRefused() {
        String id = chat.direct(ada, bob);

        Said first = chat.send(ada, id, "m1", "hello", null);
        Said again = chat.send(ada, id, "m1", "hello", null);

        assertThat(again).isEqualTo(first);
        assertThat(chat.messages(ada, id, null)).hasSize(1);
        assertThat(chat.published("CHAT_MESSAGE_SENT", id)).hasSize(1);
        assertRefused("MESSAGE_ID_REUSED", () -> chat.send(ada, id, "m1", "good bye", null));
        assertThat(chat.send(bob, id, "m1", "hello too", null).number()).isEqualTo(2);
    }

    @Test
    void sendingAgainAnswersTheMessageAsItIsNow() {
        String id = chat.direct(ada, bob);
        chat.send(ada, id, "m1", "helo", null);
        chat.edit(ada, id, 1, "hello");

        assertThat(chat.send(ada, id, "m1", "helo", null).text()).isEqualTo("hello");
    }

    @Test
    void manyWhoWriteAtOnceGetNumbersWithoutGapsAndEachMessageIsThereOnce() throws Exception {
        String id = chat.group(ada, "All", List.of(bob, eve));
        List<Callable<Said>> sends = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String text = "message " + i;
            String sender = List.of(ada, bob, eve).get(i % 3);
            sends.add(() -> chat.send(sender, id, "m" + text.replace(' ', '-'), text, null));
            sends.add(() -> chat.send(sender, id, "m" + text.replace(' ', '-'), text, null));
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (var sent : threads.invokeAll(sends)) {
                sent.get();
            }
        }

        List<Said> messages = chat.messages(bob, id, null);
        assertThat(messages)
                .extracting(Said::number)
                .containsExactlyElementsOf(
                        LongStream.iterate(24, n -> n - 1).limit(24).boxed().toList());
        assertThat(messages).extracting(Said::text).doesNotHaveDuplicates();
        assertThat(all(eve, id, 0))
                .extracting(Happened::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 25).boxed().toList());
    }

    @Test
    void aClientGetsExactlyWhatItMissedHoweverItAsks() {
        String id = chat.direct(ada, bob);
        IntStream.rangeClosed(1, 7).forEach(i -> say(ada, id, "message " + i));

        for (long after = 0; after <= 8; after++) {
            assertThat(all(bob, id, after))
                    .extracting(Happened::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(after + 1, 8).boxed().toList());
        }
        Gap page = chat.sync(bob, id, 2, 3);
        assertThat(page.changes()).extracting(Happened::seq).containsExactly(3L, 4L, 5L);
        assertThat(page.upTo()).isEqualTo(5);
        assertThat(page.more()).isTrue();
    }

    @Test
    void aClientThatLiesAboutItsPositionIsToldSo() {
        String id = chat.direct(ada, bob);

        assertRefused("SYNC_POSITION_AHEAD", () -> chat.sync(bob, id, 2, ALL));
        assertRefused("CONVERSATION_NOT_FOUND", () -> chat.sync(eve, id, 0, ALL));
    }

    @Test
    void whatHappensToAMessageReachesAClientThatWasAway() {
        String id = chat.direct(ada, bob);
        say(ada, id, "helo");
        say(ada, id, "wrong window, sorry");
        long known = chat.sync(bob, id, 0, ALL).upTo();

        chat.edit(ada, id, 1, "hello");
        chat.delete(ada, id, 2);
        chat.react(bob, id, 1, "👍");

        assertThat(all(bob, id, known)).extracting(Happened::kind).containsExactly("EDITED", "DELETED", "REACTED");
        Said hello = all(bob, id, known).getLast().message();
        assertThat(hello).isNotNull();
        assertThat(hello.text()).isEqualTo("hello");
        assertThat(hello.reactions()).containsExactly(bob + " 👍");
    }

    @Test
    void whatWasDeletedOrEditedAwayIsNowhereAnyMore() {
        String id = chat.direct(ada, bob);
        say(ada, id, "secret one");
        say(ada, id, "secret two");

        chat.delete(ada, id, 1);
        chat.edit(ada, id, 2, "nothing");

        assertThat(all(bob, id, 0).toString()).doesNotContain("secret");
        assertThat(chat.messages(bob, id, null).toString()).doesNotContain("secret");
        assertThat(chat.search(bob, "secret")).isEmpty();
        assertThat(chat.messages(bob, id, null).getLast().isDeleted()).isTrue();
    }

    @Test
    void aMessageCanBeEditedByItsSenderForAQuarterOfAnHour() {
        String id = chat.direct(ada, bob);
        say(ada, id, "one");

        assertRefused("NOT_YOUR_MESSAGE", () -> chat.edit(bob, id, 1, "two"));
        assertRefused("MESSAGE_NOT_FOUND", () -> chat.edit(ada, id, 2, "two"));
        chat.passes(Duration.ofMinutes(15));
        chat.edit(ada, id, 1, "two");
        chat.passes(Duration.ofSeconds(1));

        assertRefused("EDIT_WINDOW_OVER", () -> chat.edit(ada, id, 1, "three"));
        assertThat(chat.edit(ada, id, 1, "two").text()).isEqualTo("two");
        chat.delete(ada, id, 1);
        assertRefused("MESSAGE_DELETED", () -> chat.edit(ada, id, 1, "four"));
    }

    @Test
    void doingTheSameAgainIsNoChange() {
        String id = chat.direct(ada, bob);
        say(ada, id, "one");
        chat.edit(ada, id, 1, "two");
        chat.react(bob, id, 1, "👍");
        long seq = chat.show(ada, id).seq();

        chat.edit(ada, id, 1, "two");
        chat.react(bob, id, 1, "👍");
        chat.react(ada, id, 1, null);
        assertThat(chat.show(ada, id).seq()).isEqualTo(seq);
        chat.delete(ada, id, 1);
        chat.delete(ada, id, 1);

        assertThat(chat.show(ada, id).seq()).isEqualTo(seq + 1);
    }

    @Test
    void aReactionTakesThePlaceOfTheOneBefore() {
        String id = chat.direct(ada, bob);
        say(ada, id, "one");

        chat.react(bob, id, 1, "👍");
        assertThat(chat.react(bob, id, 1, "❤️").reactions()).containsExactly(bob + " ❤️");
        assertThat(chat.react(bob, id, 1, null).reactions()).isEmpty();
        assertRefused("INVALID_REACTION", () -> chat.react(bob, id, 1, "well done"));
    }

    @Test
    void aReplyIsToAMessageThatIsThere() {
        String id = chat.direct(ada, bob);
        say(ada, id, "question");

        assertThat(chat.send(bob, id, "r1", "answer", 1L).number()).isEqualTo(2);
        assertRefused("MESSAGE_NOT_FOUND", () -> chat.send(bob, id, "r2", "answer", 7L));
    }

    @Test
    void whatIsUnreadIsCountedAndWhoWritesHasRead() {
        String id = chat.direct(ada, bob);
        say(ada, id, "one");
        say(ada, id, "two");

        assertThat(chat.show(bob, id).unread()).isEqualTo(2);
        assertThat(chat.show(ada, id).unread()).isZero();
        assertThat(chat.unread(bob)).isEqualTo(2);
        chat.read(bob, id, 1);
        assertThat(chat.unread(bob)).isEqualTo(1);
        say(bob, id, "three");

        assertThat(chat.unread(bob)).isZero();
        assertThat(chat.unread(ada)).isEqualTo(1);
    }

    @Test
    void readingGoesForwardOnlyAndReachesAClientThatWasAway() {
        String id = chat.direct(ada, bob);
        say(ada, id, "one");
        say(ada, id, "two");

        chat.read(bob, id, 2);
        chat.read(bob, id, 1);
        chat.read(bob, id, 2);

        assertThat(chat.sync(ada, id, chat.show(ada, id).seq(), ALL).read()).isEqualTo(Map.of(ada, 2L, bob, 2L));
        assertRefused("POSITION_AHEAD", () -> chat.read(bob, id, 3));
        assertThat(chat.published("CHAT_MESSAGE_READ", id)).hasSize(1);
    }

    @Test
    void whoeverIsNotInAConversationFindsNone() {
        String id = chat.direct(ada, bob);
        say(ada, id, "one");

        assertRefused("CONVERSATION_NOT_FOUND", () -> chat.show(eve, id));
        assertRefused("CONVERSATION_NOT_FOUND", () -> chat.messages(eve, id, null));
        assertRefused("CONVERSATION_NOT_FOUND", () -> say(eve, id, "hello?"));
        assertRefused("CONVERSATION_NOT_FOUND", () -> chat.edit(eve, id, 1, "two"));
        assertRefused("CONVERSATION_NOT_FOUND", () -> chat.delete(eve, id, 1));
        assertRefused("CONVERSATION_NOT_FOUND", () -> chat.react(eve, id, 1, "👍"));
        assertRefused("CONVERSATION_NOT_FOUND", () -> chat.read(eve, id, 1));
        assertThat(chat.search(eve, "one")).isEmpty();
    }

    @Test
    void whoJoinsAGroupSeesWhatComesFromThenOn() {
        String id = chat.group(ada, "Engines", List.of(bob));
        say(ada, id, "before");
        chat.add(ada, id, List.of(eve));
        say(ada, id, "after");
        chat.edit(ada, id, 1, "before, edited");

        assertThat(chat.messages(eve, id, null)).extracting(Said::text).containsExactly("after");
        assertThat(all(eve, id, 0)).extracting(Happened::kind).containsExactly("MEMBERS_ADDED", "SENT");
        assertThat(all(eve, id, 0).getFirst().memberIds()).containsExactly(eve);
        assertThat(all(bob, id, 0)).hasSize(5);
        assertThat(chat.show(eve, id).unread()).isEqualTo(1);
        assertRefused("MESSAGE_NOT_FOUND", () -> chat.react(eve, id, 1, "👍"));
    }

    @Test
    void whoWasRemovedOrLeftSeesNothingMoreAndStartsAnewWhenAddedAgain() {
        String id = chat.group(ada, "Engines", List.of(bob, eve));
        say(ada, id, "one");
        chat.remove(ada, id, eve);
        chat.remove(bob, id, bob);
        say(ada, id, "two");

        assertRefused("CONVERSATION_NOT_FOUND", () -> chat.messages(eve, id, null));
        assertRefused("CONVERSATION_NOT_FOUND", () -> say(bob, id, "three"));
        assertThat(chat.rooms(eve)).isEmpty();
        chat.add(ada, id, List.of(eve));
        say(ada, id, "three");
        assertThat(chat.messages(eve, id, null)).extracting(Said::text).containsExactly("three");
    }

    @Test
    void aGroupIsLedByItsOwnerAndAdministrators() {
        String id = chat.group(ada, "Engines", List.of(bob, eve));

        assertRefused("ROLE_REQUIRED", () -> chat.rename(bob, id, "Machines"));
        assertRefused("ROLE_REQUIRED", () -> chat.remove(bob, id, eve));
        assertRefused("ROLE_REQUIRED", () -> chat.role(bob, id, bob, "ADMIN"));
        chat.role(ada, id, bob, "ADMIN");
        chat.rename(bob, id, "Machines");
        assertRefused("ROLE_REQUIRED", () -> chat.remove(bob, id, ada));
        say(eve, id, "spam");
        chat.delete(bob, id, 1);

        assertThat(chat.show(eve, id).name()).isEqualTo("Machines");
        assertThat(chat.messages(eve, id, null).getFirst().isDeleted()).isTrue();
        assertThat(all(eve, id, 1))
                .extracting(Happened::kind)
                .containsExactly("ROLE_CHANGED", "RENAMED", "SENT", "DELETED");
    }

    @Test
    void aGroupAlwaysHasAnOwner() {
        String id = chat.group(ada, "Engines", List.of(bob, eve));

        assertRefused("OWNER_REQUIRED", () -> chat.role(ada, id, ada, "MEMBER"));
        chat.role(ada, id, eve, "ADMIN");
        chat.remove(ada, id, ada);

        assertThat(chat.show(bob, id).roles()).isEqualTo(Map.of(bob, "MEMBER", eve, "OWNER"));
        chat.role(eve, id, bob, "OWNER");
        assertThat(chat.show(bob, id).roles()).isEqualTo(Map.of(bob, "OWNER", eve, "ADMIN"));
    }

    @Test
    void aDirectConversationIsNoGroup() {
        String id = chat.direct(ada, bob);

        assertRefused("DIRECT_CONVERSATION", () -> chat.rename(ada, id, "Us"));
        assertRefused("DIRECT_CONVERSATION", () -> chat.add(ada, id, List.of(eve)));
        assertRefused("DIRECT_CONVERSATION", () -> chat.remove(ada, id, ada));
    }

    @Test
    void whoIsBlockedIsWrittenByNobodyAndWritesToNobody() {
        String id = chat.direct(ada, bob);
        chat.block(ada, bob);

        assertRefused("CONVERSATION_BLOCKED", () -> say(bob, id, "hello"));
        assertRefused("CONVERSATION_BLOCKED", () -> say(ada, id, "hello"));
        assertRefused("CONVERSATION_BLOCKED", () -> chat.group(bob, "Us", List.of(ada)));
        assertThat(chat.blocks(ada)).containsExactly(bob);
        assertThat(chat.blocks(bob)).isEmpty();
        chat.unblock(ada, bob);

        assertThat(say(bob, id, "hello").number()).isEqualTo(1);
    }

    @Test
    void whoIsBlockedInTheSocialNetworkIsBlockedHereToo() {
        chat.arrives("USER_BLOCKED", bob, Map.of("blockerId", bob, "blockedId", ada));

        assertRefused("CONVERSATION_BLOCKED", () -> chat.direct(ada, bob));
        assertThat(chat.blocks(bob)).containsExactly(ada);
    }

    @Test
    void aSearchFindsWordsByTheirBeginningInTheCallersConversationsOnly() {
        String first = chat.direct(ada, bob);
        String second = chat.group(eve, "Others", List.of(bob));
        say(ada, first, "The Café opens at nine");
        say(ada, first, "Decaffeinated, please");
        say(eve, second, "cafe Central?");

        assertThat(chat.search(bob, "CAF")).containsExactlyInAnyOrder("The Café opens at nine", "cafe Central?");
        assertThat(chat.search(ada, "cafe nine")).containsExactly("The Café opens at nine");
        assertThat(chat.messages(ada, first, "please")).extracting(Said::text).containsExactly("Decaffeinated, please");
        assertRefused("INVALID_SEARCH", () -> chat.search(ada, " "));
    }

    @Test
    void factsDoNotSayWhatWasSaid() {
        String id = chat.direct(ada, bob);
        say(ada, id, "between us");

        assertThat(chat.published("CHAT_MESSAGE_SENT", id))
                .singleElement()
                .asString()
                .contains(bob)
                .doesNotContain("between us");
    }

    @Test
    void aMessageHasWhatAMessageMayHave() {
        String id = chat.direct(ada, bob);

        assertThat(chat.send(ada, id, "long", "x".repeat(4000), null).number()).isEqualTo(1);
        assertThatThrownBy(() -> chat.send(ada, id, "longer", "x".repeat(4001), null))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> chat.send(ada, id, "blank", "  ", null)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> chat.send(ada, id, "bell", "ring \u0007", null))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> chat.send(ada, id, "not an id", "x", null)).isInstanceOf(Refused.class);
        assertThat(chat.messages(ada, id, null)).hasSize(1);
    }

    @Test
    void aRenamedMemberIsShownByTheNewName() {
        String id = chat.direct(ada, bob);
        chat.arrives("PROFILE_UPDATED", ada, Map.of("userId", ada, "displayName", "Countess of Lovelace"));

        assertThat(chat.show(bob, id).name()).isEqualTo("Countess of Lovelace");
    }

    @Test
    void ofWhoIsErasedNothingIsLeftButThatSomebodyWasThere() {
        String direct = chat.direct(ada, bob);
        String group = chat.group(ada, "Engines", List.of(bob, eve));
        IntStream.rangeClosed(1, 33).forEach(i -> say(ada, direct, "personal " + i));
        say(bob, direct, "mine stays");
        say(ada, group, "personal too");
        chat.block(ada, eve);

        chat.arrives("USER_ERASED", ada, Map.of("userId", ada));
        chat.passes(Duration.ofMinutes(2));

        assertThat(all(bob, direct, 0).toString()).doesNotContain("personal").contains("mine stays");
        assertThat(chat.messages(eve, group, null).toString()).doesNotContain("personal");
        assertThat(chat.show(bob, group).roles()).isEqualTo(Map.of(bob, "OWNER", eve, "MEMBER"));
        assertThat(chat.show(bob, direct).name()).isNull();
        assertRefused("CONVERSATION_CLOSED", () -> say(bob, direct, "hello?"));
        assertRefused("MEMBER_NOT_FOUND", () -> chat.direct(bob, ada));
        assertThat(chat.rooms(ada)).isEmpty();
        assertThat(chat.blocks(ada)).isEmpty();
    }

    @Test
    void aMemberGetsACopyOfWhatTheyWroteAndNotOfWhatOthersDid() {
        String id = chat.direct(ada, bob);
        say(ada, id, "mine");
        say(bob, id, "theirs");

        assertThat(chat.export(ada)).contains("mine", id).doesNotContain("theirs");
    }

    @Test
    void aGroupHasAtMostTwoHundredAndFiftySixMembers() {
        List<String> many = IntStream.range(0, 256)
                .mapToObj(i -> "m%03d-%s".formatted(i, run))
                .toList();
        many.forEach(member -> chat.exists(member, "Member"));
        String id = chat.group(ada, "All", many.subList(0, 40));
        for (int from = 40; from < 240; from += 40) {
            chat.add(ada, id, many.subList(from, from + 40));
        }
        chat.add(ada, id, many.subList(240, 255));

        assertRefused("GROUP_FULL", () -> chat.add(ada, id, many.subList(255, 256)));
        assertThat(say(many.get(254), id, "the last one").number()).isEqualTo(1);
        assertThat(chat.show(ada, id).roles()).hasSize(256);
        assertThatThrownBy(() -> chat.add(ada, id, many.subList(0, 41))).isInstanceOf(Refused.class);
    }

    private Said say(String memberId, String conversationId, String text) {
        return chat.send(memberId, conversationId, UUID.randomUUID().toString(), text, null);
    }

    /** Page after page, as a client does. */
    private List<Happened> all(String memberId, String conversationId, long after) {
        List<Happened> all = new ArrayList<>();
        Gap gap = chat.sync(memberId, conversationId, after, ALL);
        all.addAll(gap.changes());
        while (gap.more()) {
            gap = chat.sync(memberId, conversationId, gap.upTo(), ALL);
            all.addAll(gap.changes());
        }
        return all;
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(Refused.class).hasMessage(code);
    }
}
