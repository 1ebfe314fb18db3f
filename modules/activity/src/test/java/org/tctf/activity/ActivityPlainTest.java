package org.tctf.activity;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.adapter.events.AnsweredConversations;
import org.tctf.activity.adapter.events.FactCaptures;
import org.tctf.activity.adapter.events.KeptErasures;
import org.tctf.activity.adapter.events.MemberErasures;
import org.tctf.activity.adapter.events.NameChanges;
import org.tctf.activity.adapter.events.NewNames;
import org.tctf.activity.adapter.events.PreferenceChanges;
import org.tctf.activity.adapter.events.ReadConversations;
import org.tctf.activity.adapter.events.ReadSettlings;
import org.tctf.activity.adapter.events.UnseenPushes;
import org.tctf.activity.adapter.events.WindowClosings;
import org.tctf.activity.adapter.events.WindowTellings;
import org.tctf.activity.adapter.store.TableActivityLog;
import org.tctf.activity.adapter.store.TableDigests;
import org.tctf.activity.adapter.store.TableFeed;
import org.tctf.activity.adapter.store.TableNotifications;
import org.tctf.activity.adapter.store.TablePushesDue;
import org.tctf.activity.adapter.store.TableReadings;
import org.tctf.activity.adapter.store.TableRecipients;
import org.tctf.activity.application.ActOn;
import org.tctf.activity.application.CaptureFact;
import org.tctf.activity.application.CloseGathering;
import org.tctf.activity.application.Composer;
import org.tctf.activity.application.Display;
import org.tctf.activity.application.EraseKept;
import org.tctf.activity.application.ExpireUnread;
import org.tctf.activity.application.ForgetMember;
import org.tctf.activity.application.LearnName;
import org.tctf.activity.application.LearnPreferences;
import org.tctf.activity.application.ListActivity;
import org.tctf.activity.application.ListNotifications;
import org.tctf.activity.application.NoteReading;
import org.tctf.activity.application.PublishDigests;
import org.tctf.activity.application.PushUnseenNotification;
import org.tctf.activity.application.ReadAll;
import org.tctf.activity.application.ReadListed;
import org.tctf.activity.application.ReadOne;
import org.tctf.activity.application.SeeNotifications;
import org.tctf.activity.application.SettleReading;
import org.tctf.activity.application.TellGathered;
import org.tctf.activity.application.Texts;
import org.tctf.kernel.Problem;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.testing.Workbench;

/** The sentences as plain calls of the use cases. */
class ActivityPlainTest extends ActivityBehaviour {

    @Override
    Activity start() {
        return new Plain();
    }

    static final class Plain implements Activity {
        private final Workbench bench = Workbench.of(ActivityService.DEFINITION);
        private final TableRecipients recipients = new TableRecipients(bench.tables());
        private final TableFeed feed = new TableFeed(bench.tables(), bench.ids(), bench.clock());
        private final TableNotifications notifications = new TableNotifications(bench.tables());
        private final TableReadings readings = new TableReadings(bench.tables(), bench.clock());
        private final NoteReading noteReading = new NoteReading(recipients, readings);
        private final Composer composer = new Composer(bench.ids(), bench.clock());
        private final Texts texts = new Texts();
        private final EventConsumer<?> captures =
                new FactCaptures(new CaptureFact(recipients, feed, composer), bench.codec());
        private final Map<String, EventConsumer<?>> learning = Map.of(
                "USER_CREATED", new NewNames(new LearnName(recipients)),
                "PROFILE_UPDATED", new NameChanges(new LearnName(recipients)),
                "PREFERENCES_CHANGED", new PreferenceChanges(new LearnPreferences(recipients)),
                "CHAT_MESSAGE_READ", new ReadConversations(noteReading),
                "CHAT_MESSAGE_SENT", new AnsweredConversations(noteReading),
                "USER_ERASED", new MemberErasures(new ForgetMember(recipients)));
        private final EventConsumer<?>[] queues = {
            new WindowClosings(new CloseGathering(feed)),
            new WindowTellings(new TellGathered(recipients, readings, feed, composer)),
            new ReadSettlings(new SettleReading(readings)),
            new UnseenPushes(new PushUnseenNotification(
                    notifications, recipients, new TablePushesDue(bench.tables()), texts, bench.clock())),
            new KeptErasures(new EraseKept(recipients))
        };

        @Override
        public void arrives(Fact fact) {
            Envelope envelope = envelope(fact);
            EventConsumer<?> learner = learning.get(fact.type());
            if (learner != null) {
                bench.deliver(learner, envelope);
            }
            bench.deliver(captures, envelope);
        }

        @Override
        public void arriveAtOnce(List<Fact> facts) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> deliveries = new ArrayList<>();
                facts.forEach(fact -> deliveries.add(threads.submit(() -> untilDone(fact))));
                for (Future<?> delivery : deliveries) {
                    delivery.get();
                }
            } catch (ExecutionException | InterruptedException failed) {
                throw new AssertionError(failed);
            }
        }

        @Override
        public void passes(Duration time) {
            bench.clock().advance(time);
            bench.workDue(queues);
        }

        @Override
        public Tray notifications(String memberId, boolean onlyUnread, int limit, @Nullable String cursor) {
            ListNotifications.Listed listed = new ListNotifications(notifications, new Display(recipients, texts))
                    .list(memberId, onlyUnread, limit, cursor);
            return new Tray(
                    listed.page().items().stream()
                            .map(shown -> new Seen(
                                    shown.notification().id(),
                                    shown.title(),
                                    shown.notification().count(),
                                    shown.isSeen(),
                                    shown.notification().readAt() != null,
                                    shown.notification().actedAt() != null))
                            .toList(),
                    listed.page().nextCursor(),
                    listed.tray().unread());
        }

        @Override
        public @Nullable Long read(String memberId, String id) {
            try {
                new ReadOne(notifications, bench.clock()).read(memberId, id);
                return notifications.tray(memberId).unread();
            } catch (Problem notThere) {
                return null;
            }
        }

        @Override
        public int readAll(String memberId, @Nullable List<String> ids) {
            return ids == null
                    ? new ReadAll(notifications, bench.clock()).read(memberId)
                    : new ReadListed(notifications, bench.clock()).read(memberId, ids);
        }

        @Override
        public void look(String memberId) {
            new SeeNotifications(notifications).see(memberId);
        }

        @Override
        public void act(String memberId, String id) {
            new ActOn(notifications, bench.clock()).act(memberId, id);
        }

        @Override
        public Map<String, List<String>> log(String memberId, @Nullable String from, @Nullable String to) {
            Map<String, List<String>> days = new LinkedHashMap<>();
            new ListActivity(new TableActivityLog(bench.tables()), recipients, texts)
                    .list(memberId, day(from), day(to), 100, null)
                    .items()
                    .forEach(day -> days.put(
                            day.day().toString(),
                            day.entries().stream()
                                    .map(ListActivity.Shown::title)
                                    .toList()));
            return days;
        }

        @Override
        public List<String> published(String type) {
            return bench.raised(type).stream().map(Envelope::data).toList();
        }

        @Override
        public void runSchedule(String name) {
            Runnable job = name.equals("digests")
                    ? new PublishDigests(
                            new TableDigests(bench.tables()),
                            notifications,
                            recipients,
                            texts,
                            bench.ids(),
                            bench.clock())
                    : new ExpireUnread(notifications, bench.clock());
            job.run();
        }

        @Override
        public void close() {
            bench.close();
        }

        /** As the queue does: what lost its races too often comes again. */
        private void untilDone(Fact fact) {
            while (true) {
                try {
                    arrives(fact);
                    return;
                } catch (Problem lostRaces) {
                    Thread.onSpinWait();
                }
            }
        }

        private Envelope envelope(Fact fact) {
            return new Envelope(
                    fact.id(),
                    "elsewhere",
                    fact.type(),
                    1,
                    bench.clock().instant(),
                    fact.subject(),
                    Envelope.schemaPath(fact.type(), 1),
                    fact.version(),
                    fact.id(),
                    null,
                    fact.subject(),
                    null,
                    bench.codec().toJson(fact.data()));
        }

        private static @Nullable LocalDate day(@Nullable String text) {
            return text == null ? null : LocalDate.parse(text);
        }
    }
}
