package org.tctf.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tctf.activity.adapter.events.TrayPushes;
import org.tctf.activity.adapter.store.TableFeed;
import org.tctf.activity.adapter.store.TableNotifications;
import org.tctf.activity.adapter.store.TableRecipients;
import org.tctf.activity.application.CaptureFact;
import org.tctf.activity.application.Composer;
import org.tctf.activity.application.Devices.News;
import org.tctf.activity.application.Display;
import org.tctf.activity.application.ExpireUnread;
import org.tctf.activity.application.Notifications;
import org.tctf.activity.application.ReadAll;
import org.tctf.activity.application.Texts;
import org.tctf.activity.application.UpdateDevices;
import org.tctf.activity.domain.Happening;
import org.tctf.activity.domain.Notification;
import org.tctf.testing.Workbench;

/** What devices are told, as plain calls of the use cases. */
class DevicesPlainTest {
    private final Workbench bench = Workbench.of(ActivityService.DEFINITION);
    private final TableRecipients recipients = new TableRecipients(bench.tables());
    private final TableFeed feed = new TableFeed(bench.tables(), bench.ids(), bench.clock());
    private final TableNotifications notifications = new TableNotifications(bench.tables());
    private final CaptureFact captureFact = new CaptureFact(recipients, feed, new Composer(bench.ids(), bench.clock()));
    private final List<News> told = new ArrayList<>();
    private final TrayPushes pushes = new TrayPushes(new UpdateDevices(
            (member, news) -> told.add(news.get()), notifications, new Display(recipients, new Texts())));

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aNewNotificationIsToldInWordsWithTheCount() {
        passwordChanges(1);
        bench.work(pushes);

        assertThat(told).singleElement().isInstanceOfSatisfying(News.Created.class, news -> {
            assertThat(news.shown().title()).contains("password");
            assertThat(news.tray()).isEqualTo(new Notifications.Tray(1, null, 1));
        });
    }

    @Test
    void whatIsReadAtOnceIsOnePush() {
        passwordChanges(Notifications.AT_ONCE);
        bench.work(pushes);
        told.clear();

        new ReadAll(notifications, bench.clock()).read("ada");
        bench.work(pushes);

        assertThat(told).singleElement().isInstanceOfSatisfying(News.Changed.class, news -> {
            assertThat(news.read()).hasSize(Notifications.AT_ONCE);
            assertThat(news.tray().unread()).isZero();
        });
    }

    @Test
    void whatAgeTakesIsToldToo() {
        passwordChanges(1);
        bench.work(pushes);
        told.clear();
        bench.clock().advance(Notification.KEPT.plus(Duration.ofDays(2)));

        new ExpireUnread(notifications, bench.clock()).run();
        bench.work(pushes);

        assertThat(told).singleElement().isEqualTo(new News.Changed(List.of(), new Notifications.Tray(0, null, 2)));
    }

    @Test
    void aPushThatComesLateShowsTheTrayOfNowAndTheRevisionSaysSo() {
        passwordChanges(3);
        new ReadAll(notifications, bench.clock()).read("ada");
        bench.work(pushes);

        assertThat(told).hasSize(4).allSatisfy(news -> assertThat(tray(news)).isEqualTo(notifications.tray("ada")));
    }

    @Test
    void everyChangeOfTheCountRaisesTheRevisionByOne() {
        LongStream.rangeClosed(1, 5).forEach(change -> {
            passwordChanges(1);
            assertThat(notifications.tray("ada").revision()).isEqualTo(change);
        });
        new ReadAll(notifications, bench.clock()).read("ada");

        assertThat(notifications.tray("ada")).isEqualTo(new Notifications.Tray(0, null, 6));
        new ReadAll(notifications, bench.clock()).read("ada");
        assertThat(notifications.tray("ada").revision()).isEqualTo(6);
    }

    private static Notifications.Tray tray(News news) {
        return switch (news) {
            case News.Created(var shown, var tray) -> tray;
            case News.Changed(var read, var tray) -> tray;
        };
    }

    private void passwordChanges(int times) {
        IntStream.range(0, times)
                .forEach(i -> captureFact.capture(new Happening(
                        bench.ids().next().toString(),
                        "PASSWORD_CHANGED",
                        bench.clock().instant(),
                        "ada",
                        Map.of("userId", "ada"))));
    }
}
