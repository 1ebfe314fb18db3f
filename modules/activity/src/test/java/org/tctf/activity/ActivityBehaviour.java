package org.tctf.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.activity.Facts.chatMessageRead;
import static org.tctf.activity.Facts.chatMessageSent;
import static org.tctf.activity.Facts.connectionRequested;
import static org.tctf.activity.Facts.groupMessageSent;
import static org.tctf.activity.Facts.passwordChanged;
import static org.tctf.activity.Facts.preferencesChanged;
import static org.tctf.activity.Facts.profileUpdated;
import static org.tctf.activity.Facts.reactionAdded;
import static org.tctf.activity.Facts.reactionRemoved;
import static org.tctf.activity.Facts.signedIn;
import static org.tctf.activity.Facts.userCreated;
import static org.tctf.activity.Facts.userErased;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.activity.Activity.Fact;
import org.tctf.activity.Activity.Seen;

/** What the service promises, whatever runs it. The day begins at nine in the morning, UTC. */
abstract class ActivityBehaviour {
    private static final Duration WINDOW = Duration.ofMinutes(5).plusSeconds(1);

    /** A notification and a reading that crossed have met by then. */
    private static final Duration SETTLED = Duration.ofMinutes(1).plusSeconds(1);

    /** Whoever looks has looked by then. */
    private static final Duration LOOKED = Duration.ofSeconds(31);

    private Activity activity;

    abstract Activity start();

    @BeforeEach
    void begin() {
        activity = start();
    }

    @AfterEach
    void end() {
        activity.close();
    }

    @Test
    void aNewMemberIsWelcomedOnceHoweverOftenTheFactArrives() {
        Fact created = userCreated("ada", "Ada");

        activity.arrives(created);
        activity.arrives(created);

        assertThat(all("ada").titles()).containsExactly("Welcome to TCTF, Ada!");
        assertThat(all("ada").unread()).isEqualTo(1);
        assertThat(activity.published("NOTIFICATION_CREATED")).hasSize(1);
    }

    @Test
    void whatAMemberDoesIsInTheirLogByDayAndInNobodyElses() {
        activity.arrives(userCreated("ada", "Ada"));
        activity.passes(Duration.ofDays(1));
        activity.arrives(signedIn("ada"));
        activity.passes(Duration.ofSeconds(1));
        activity.arrives(profileUpdated("ada", "Ada L.", 2));

        assertThat(activity.log("ada", null, null).values())
                .containsExactly(List.of("You changed your profile.", "You signed in."), List.of("You joined TCTF."));
        assertThat(activity.log("bob", null, null)).isEmpty();
    }

    @Test
    void theLogCanBeAskedForSomeDays() {
        activity.arrives(userCreated("ada", "Ada"));
        activity.passes(Duration.ofDays(1));
        activity.arrives(signedIn("ada"));
        String today = activity.log("ada", null, null).keySet().iterator().next();

        assertThat(activity.log("ada", today, today)).containsOnlyKeys(today);
        assertThat(activity.log("ada", null, today)).hasSize(2);
    }

    @Test
    void aLogsDaysAreThoseOfWhereTheMemberLives() {
        activity.arrives(preferencesChanged("ada", 1, Map.of("timeZone", "Pacific/Auckland")));
        activity.arrives(signedIn("ada"));
        activity.passes(Duration.ofHours(5));
        activity.arrives(signedIn("ada"));

        assertThat(activity.log("ada", null, null)).hasSize(2);
    }

    @Test
    void severalWhoLikeAPostWithinFiveMinutesAreToldOnce() {
        activity.arrives(userCreated("ada", "Ada"));
        IntStream.range(0, 12).forEach(i -> activity.arrives(reactionAdded("bob", "post", "aa-" + i)));
        activity.arrives(reactionAdded("bob", "post", "ada"));
        assertThat(all("bob").items()).isEmpty();

        activity.passes(WINDOW);

        assertThat(all("bob").titles()).containsExactly("Ada Lovelace and 12 others liked your post.");
        assertThat(all("bob").unread()).isEqualTo(1);
    }

    @Test
    void whoLikesAfterTheWindowIsToldInTheNextOne() {
        activity.arrives(reactionAdded("bob", "post", "eve"));
        activity.passes(WINDOW);
        activity.arrives(reactionAdded("bob", "post", "ada"));
        activity.passes(WINDOW);

        assertThat(all("bob").items()).extracting(Seen::count).containsExactly(1L, 1L);
    }

    @Test
    void whatNobodyLooksAtIsPushedOnceInTheMembersLanguageWithNames() {
        activity.arrives(userCreated("ada", "Ada"));
        activity.arrives(preferencesChanged("bob", 1, Map.of("language", "de")));
        Fact request = connectionRequested("ada", "bob");
        activity.arrives(request);
        activity.arrives(request);
        assertThat(activity.published("PUSH_DUE")).isEmpty();
        activity.passes(LOOKED);
        activity.passes(LOOKED);
        assertThat(activity.published("PUSH_DUE"))
                .singleElement()
                .asString()
                .contains("\"bob\"", "connection-requested", "\"de\"", "Ada Lovelace");
    }

    @Test
    void whatIsSeenOrReadInTimeIsNotPushed() {
        activity.arrives(connectionRequested("ada", "bob"));
        activity.look("bob");
        activity.arrives(connectionRequested("eve", "dan"));
        activity.readAll("dan", null);
        activity.passes(LOOKED);
        assertThat(activity.published("PUSH_DUE")).isEmpty();
    }

    @Test
    void nobodyIsPushedToInQuietHoursOrAgainstTheirWish() {
        activity.arrives(preferencesChanged(
                "bob", 1, Map.of("quietHours", Map.of("from", "08:30", "to", "10:00"), "timeZone", "UTC")));
        activity.arrives(connectionRequested("ada", "bob"));
        activity.arrives(preferencesChanged(
                "dan", 1, Map.of("channels", Map.of("SOCIAL", List.of("IN_APP", "EMAIL")))));
        activity.arrives(connectionRequested("ada", "dan"));
        activity.passes(LOOKED);
        assertThat(activity.published("PUSH_DUE")).isEmpty();
        assertThat(all("bob").items()).hasSize(1);
    }

    @Test
    void quietHoursThatBeginMeanwhileCount() {
        activity.arrives(preferencesChanged(
                "bob", 1, Map.of("quietHours", Map.of("from", "09:00:20", "to", "10:00"), "timeZone", "UTC")));
        activity.arrives(connectionRequested("ada", "bob"));
        activity.passes(LOOKED);
        assertThat(activity.published("PUSH_DUE")).isEmpty();
    }

    @Test
    void aDirectMessageIsPushedUnlessItsConversationWasReadMeanwhile() {
        activity.arrives(chatMessageSent("eve", "bob", 1));
        activity.arrives(chatMessageSent("eve", "dan", 1));
        activity.passes(WINDOW);
        activity.arrives(chatMessageRead("dan", "eve", 1));
        activity.passes(Duration.ofSeconds(1));
        activity.passes(LOOKED);
        assertThat(activity.published("PUSH_DUE")).singleElement().asString().contains("\"bob\"", "chat-message-sent");
    }

    @Test
    void whatConcernsTheAccountIsLeftToWhoMailsIt() {
        activity.arrives(userCreated("ada", "Ada"));
        activity.arrives(preferencesChanged(
                "ada", 1, Map.of("channels", Map.of("ACCOUNT", List.of("IN_APP", "PUSH")))));
        activity.arrives(passwordChanged("ada"));
        activity.passes(LOOKED);
        assertThat(all("ada").items()).hasSize(2);
        assertThat(activity.published("PUSH_DUE")).isEmpty();
    }

    @Test
    void likesOfTwoPostsAreToldApart() {
        activity.arrives(reactionAdded("bob", "one", "ada"));
        activity.arrives(reactionAdded("bob", "other", "ada"));
        activity.passes(WINDOW);

        assertThat(all("bob").items()).hasSize(2);
    }

    @Test
    void aLikeThatIsTakenBackWithinTheWindowIsNotTold() {
        activity.arrives(reactionAdded("bob", "post", "ada"));
        activity.arrives(reactionRemoved("bob", "post", "ada"));
        activity.passes(WINDOW);

        assertThat(all("bob").items()).isEmpty();
    }

    @Test
    void likesThatArriveAtOnceOpenOneWindow() {
        List<Fact> likes = new ArrayList<>();
        IntStream.range(0, 40).forEach(i -> likes.add(reactionAdded("bob", "post", "member-" + i)));
        likes.addAll(List.copyOf(likes));

        activity.arriveAtOnce(likes);
        activity.passes(WINDOW);

        assertThat(all("bob").items()).extracting(Seen::count).containsExactly(40L);
        assertThat(activity.published("NOTIFICATION_CREATED")).hasSize(1);
    }

    @Test
    void whoIsWrittenToIsToldByWhomOnce() {
        activity.arrives(userCreated("ada", "Ada"));
        activity.arrives(chatMessageSent("ada", "bob", 1));
        activity.arrives(chatMessageSent("ada", "bob", 2));
        activity.passes(WINDOW);
        assertThat(all("bob").titles()).containsExactly("Ada Lovelace wrote to you.");
        assertThat(all("ada").titles()).containsExactly("Welcome to TCTF, Ada!");

        activity.arrives(preferencesChanged("bob", 1, Map.of("language", "de")));
        activity.arrives(chatMessageSent("aa-dan", "bob", 1));
        activity.arrives(chatMessageSent("aa-eve", "bob", 1));
        activity.arrives(chatMessageSent("ada", "bob", 3));
        activity.passes(WINDOW);

        assertThat(all("bob").titles())
                .containsExactly(
                        "Ada Lovelace und 2 weitere haben Ihnen geschrieben.", "Ada Lovelace hat Ihnen geschrieben.");
        assertThat(all("bob").items()).extracting(Seen::count).containsExactly(3L, 1L);
    }

    @Test
    void whatIsReadBeforeItIsToldIsNotTold() {
        activity.arrives(chatMessageRead("bob", "ada", 1));
        activity.arrives(chatMessageSent("ada", "bob", 1));
        activity.arrives(chatMessageSent("eve", "bob", 1));
        activity.arrives(chatMessageRead("bob", "eve", 1));
        activity.passes(WINDOW);

        assertThat(all("bob").items()).isEmpty();
        assertThat(activity.published("NOTIFICATION_CREATED")).isEmpty();
    }

    @Test
    void whoReadsTheConversationsHasReadTheNotification() {
        activity.arrives(chatMessageSent("ada", "bob", 1));
        activity.arrives(chatMessageSent("ada", "bob", 2));
        activity.arrives(chatMessageSent("eve", "bob", 1));
        activity.passes(WINDOW);
        activity.arrives(chatMessageRead("bob", "ada", 1));
        activity.arrives(chatMessageRead("bob", "eve", 1));
        activity.passes(SETTLED);
        assertThat(all("bob").unread()).isEqualTo(1);

        activity.arrives(chatMessageRead("bob", "ada", 2));
        activity.arrives(chatMessageRead("bob", "ada", 1));
        activity.passes(SETTLED);

        assertThat(all("bob").items()).extracting(Seen::isRead).containsExactly(true);
        assertThat(all("bob").unread()).isZero();
        assertThat(activity.published("NOTIFICATION_READ")).hasSize(1);
    }

    @Test
    void whoAnswersHasRead() {
        activity.arrives(chatMessageSent("ada", "bob", 1));
        activity.passes(WINDOW);
        assertThat(all("bob").unread()).isEqualTo(1);

        activity.arrives(chatMessageSent("bob", "ada", 2));
        activity.passes(SETTLED);

        assertThat(all("bob").unread()).isZero();
    }

    @Test
    void whatIsSaidInAGroupIsToldToNobody() {
        activity.arrives(groupMessageSent("ada", 1));
        activity.passes(WINDOW);

        assertThat(activity.published("NOTIFICATION_CREATED")).isEmpty();
    }

    @Test
    void aMessageIsToldAsTheRecipientWantsIt() {
        activity.arrives(preferencesChanged("bob", 1, Map.of("channels", Map.of("social", List.of()))));
        activity.arrives(preferencesChanged("eve", 1, Map.of("quietHours", Map.of("from", "08:00", "to", "12:00"))));
        activity.arrives(chatMessageSent("ada", "bob", 1));
        activity.arrives(chatMessageSent("ada", "eve", 1));
        activity.passes(WINDOW);

        assertThat(all("bob").items()).isEmpty();
        assertThat(activity.published("NOTIFICATION_CREATED"))
                .singleElement()
                .asString()
                .contains("\"memberId\":\"eve\"", "\"quiet\":true");
    }

    @Test
    void nobodyIsToldOfTheirOwnDoing() {
        activity.arrives(reactionAdded("bob", "post", "bob"));
        activity.passes(WINDOW);

        assertThat(all("bob").items()).isEmpty();
    }

    @Test
    void aRenamedMemberIsCalledByTheNewNameAlsoInOldNotifications() {
        activity.arrives(profileUpdated("ada", "Countess Ada", 2));
        activity.arrives(userCreated("ada", "Ada"));
        activity.arrives(connectionRequested("ada", "bob"));
        assertThat(all("bob").titles()).containsExactly("Countess Ada would like to connect with you.");

        activity.arrives(profileUpdated("ada", "A. King", 3));

        assertThat(all("bob").titles()).containsExactly("A. King would like to connect with you.");
    }

    @Test
    void aMemberIsToldInTheirLanguage() {
        activity.arrives(userCreated("ada", "Ada", "de"));
        assertThat(all("ada").titles()).containsExactly("Willkommen bei TCTF, Ada!");

        activity.arrives(preferencesChanged("ada", 1, Map.of("language", "fr")));

        assertThat(all("ada").titles()).containsExactly("Bienvenue à TCTF, Ada !");
    }

    @Test
    void whoDoesNotWantToBeToldOfATopicIsNotToldButOfSecurityAlways() {
        activity.arrives(
                preferencesChanged("bob", 1, Map.of("channels", Map.of("social", List.of(), "security", List.of()))));
        activity.arrives(connectionRequested("ada", "bob"));
        activity.arrives(passwordChanged("bob"));

        assertThat(all("bob").titles()).containsExactly("Your password was changed.");
    }

    @Test
    void oldPreferencesThatArriveLateChangeNothing() {
        activity.arrives(preferencesChanged("bob", 2, Map.of("language", "de")));
        activity.arrives(preferencesChanged("bob", 1, Map.of("language", "fr")));
        activity.arrives(passwordChanged("bob"));

        assertThat(all("bob").titles()).containsExactly("Ihr Passwort wurde geändert.");
    }

    @Test
    void aNotificationInQuietHoursIsThereButQuiet() {
        activity.arrives(preferencesChanged(
                "bob",
                1,
                Map.of("timeZone", "America/New_York", "quietHours", Map.of("from", "22:00", "to", "07:00"))));
        activity.arrives(passwordChanged("bob"));
        activity.passes(Duration.ofHours(6));
        activity.arrives(passwordChanged("bob"));

        assertThat(all("bob").items()).hasSize(2);
        assertThat(activity.published("NOTIFICATION_CREATED"))
                .satisfiesExactly(
                        night -> assertThat(night).contains("\"quiet\":true"),
                        day -> assertThat(day).contains("\"quiet\":false"));
    }

    @Test
    void readingCountsOnceAndTellsOthers() {
        activity.arrives(userCreated("ada", "Ada"));
        activity.arrives(passwordChanged("ada"));
        String id = all("ada").items().getFirst().id();

        assertThat(activity.read("ada", id)).isEqualTo(1);
        assertThat(activity.read("ada", id)).isEqualTo(1);

        assertThat(unread("ada").titles()).containsExactly("Welcome to TCTF, Ada!");
        assertThat(all("ada").items()).extracting(Seen::isRead).containsExactly(true, false);
        assertThat(activity.published("NOTIFICATION_READ")).hasSize(1);
    }

    @Test
    void nobodyReadsAnothersNotification() {
        activity.arrives(userCreated("ada", "Ada"));
        String id = all("ada").items().getFirst().id();

        assertThat(activity.read("bob", id)).isNull();

        assertThat(all("ada").unread()).isEqualTo(1);
    }

    @Test
    void allCanBeReadAtOnceOrSomeByTheirIds() {
        IntStream.range(0, 70).forEach(i -> activity.arrives(passwordChanged("ada")));
        List<String> three = all("ada").items().stream().limit(3).map(Seen::id).toList();

        assertThat(activity.readAll("ada", three)).isEqualTo(3);
        assertThat(all("ada").unread()).isEqualTo(67);
        assertThat(activity.readAll("ada", null)).isEqualTo(67);
        assertThat(all("ada").unread()).isZero();
        assertThat(unread("ada").items()).isEmpty();
    }

    @Test
    void theListGoesOnFromPageToPage() {
        IntStream.range(0, 5).forEach(i -> activity.arrives(passwordChanged("ada")));

        Activity.Tray first = activity.notifications("ada", false, 3, null);
        Activity.Tray second = activity.notifications("ada", false, 3, first.nextCursor());

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
    }

    @Test
    void lookingAtTheListIsNotReadingAndActingIs() {
        activity.arrives(userCreated("ada", "Ada"));
        activity.look("ada");
        activity.arrives(passwordChanged("ada"));
        assertThat(all("ada").items()).extracting(Seen::isSeen).containsExactly(false, true);
        assertThat(all("ada").unread()).isEqualTo(2);

        activity.act("ada", all("ada").items().getFirst().id());

        assertThat(all("ada").items()).extracting(Seen::isActed).containsExactly(true, false);
        assertThat(all("ada").unread()).isEqualTo(1);
    }

    @Test
    void whatIsUnreadNextMorningIsInADigestOnce() {
        activity.arrives(userCreated("ada", "Ada"));
        activity.arrives(connectionRequested("ada", "bob"));
        activity.runSchedule("digests");
        assertThat(activity.published("DIGEST_DUE")).isEmpty();

        activity.passes(Duration.ofDays(1));
        activity.runSchedule("digests");
        activity.runSchedule("digests");

        assertThat(activity.published("DIGEST_DUE"))
                .singleElement()
                .asString()
                .contains("Ada Lovelace would like to connect with you.", "\"memberId\":\"bob\"");
    }

    @Test
    void whatWasReadInTheAppIsInNoDigest() {
        activity.arrives(connectionRequested("ada", "bob"));
        activity.readAll("bob", null);
        activity.passes(Duration.ofDays(1));

        activity.runSchedule("digests");

        assertThat(activity.published("DIGEST_DUE")).isEmpty();
    }

    @Test
    void anErasedMemberLeavesNothingNotEvenTheirNameInOthersNotifications() {
        activity.arrives(userCreated("ada", "Ada"));
        IntStream.range(0, 60).forEach(i -> activity.arrives(passwordChanged("ada")));
        activity.arrives(connectionRequested("ada", "bob"));

        activity.arrives(userErased("ada"));
        activity.passes(Duration.ofMinutes(2));
        activity.arrives(signedIn("ada"));
        activity.arrives(userCreated("ada", "Ada"));

        assertThat(all("ada").items()).isEmpty();
        assertThat(all("ada").unread()).isZero();
        assertThat(activity.log("ada", null, null)).isEmpty();
        assertThat(all("bob").titles()).containsExactly("Somebody would like to connect with you.");
    }

    @Test
    void afterNinetyDaysANotificationIsUnreadNoMore() {
        activity.arrives(userCreated("ada", "Ada"));
        activity.passes(Duration.ofDays(89));
        activity.runSchedule("unread-expiry");
        assertThat(all("ada").unread()).isEqualTo(1);

        activity.passes(Duration.ofDays(2));
        activity.runSchedule("unread-expiry");

        assertThat(all("ada").unread()).isZero();
        assertThat(unread("ada").items()).isEmpty();
    }

    private Activity.Tray all(String member) {
        return activity.notifications(member, false, 100, null);
    }

    private Activity.Tray unread(String member) {
        return activity.notifications(member, true, 100, null);
    }
}
