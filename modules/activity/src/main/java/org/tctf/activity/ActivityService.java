package org.tctf.activity;

import java.time.Duration;
import org.tctf.activity.adapter.events.AnsweredConversations;
import org.tctf.activity.adapter.events.FactCaptures;
import org.tctf.activity.adapter.events.KeptErasures;
import org.tctf.activity.adapter.events.MemberErasures;
import org.tctf.activity.adapter.events.NameChanges;
import org.tctf.activity.adapter.events.NewNames;
import org.tctf.activity.adapter.events.OnDataExportRequested;
import org.tctf.activity.adapter.events.PreferenceChanges;
import org.tctf.activity.adapter.events.ReadConversations;
import org.tctf.activity.adapter.events.ReadSettlings;
import org.tctf.activity.adapter.events.TrayPushes;
import org.tctf.activity.adapter.events.UnseenPushes;
import org.tctf.activity.adapter.events.WindowClosings;
import org.tctf.activity.adapter.events.WindowTellings;
import org.tctf.activity.adapter.socket.MarkRead;
import org.tctf.activity.adapter.socket.MarkSeen;
import org.tctf.activity.adapter.socket.NotificationPush;
import org.tctf.activity.adapter.socket.UnreadPush;
import org.tctf.activity.application.ExpireUnread;
import org.tctf.activity.application.PublishDigests;
import org.tctf.activity.domain.CloseWindow;
import org.tctf.activity.domain.DigestDue;
import org.tctf.activity.domain.EraseMember;
import org.tctf.activity.domain.LogEntry;
import org.tctf.activity.domain.Notification;
import org.tctf.activity.domain.NotificationCreated;
import org.tctf.activity.domain.NotificationRead;
import org.tctf.activity.domain.PushDue;
import org.tctf.activity.domain.PushTray;
import org.tctf.activity.domain.PushUnseen;
import org.tctf.activity.domain.SettleRead;
import org.tctf.activity.domain.TellWindow;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;

/** What happened, told to those it matters to. */
public final class ActivityService implements Service {
    public static final AccessPattern RECIPIENT =
            AccessPattern.main("what is known of a member", "MEMBER#{memberId}", "RECIPIENT");
    public static final AccessPattern TRAY =
            AccessPattern.main("how many unread a member has", "MEMBER#{memberId}", "TRAY");
    public static final AccessPattern DIGEST =
            AccessPattern.main("a member's next digest", "MEMBER#{memberId}", "DIGEST");
    public static final AccessPattern NOTIFICATION =
            AccessPattern.main("notifications of a member by age", "NOTIFICATIONS#{memberId}", "{notificationId}");
    public static final AccessPattern UNREAD =
            AccessPattern.main("unread notifications of a member by age", "UNREAD#{memberId}", "{notificationId}");
    public static final AccessPattern LOG =
            AccessPattern.main("a member's log by time", "LOG#{memberId}", "{time}#{eventId}");
    public static final AccessPattern WINDOW =
            AccessPattern.main("the open window of a member for a thing", "WINDOWS#{memberId}", "{type}#{about}");
    public static final AccessPattern JOINED =
            AccessPattern.main("who has joined a window", "WINDOW#{windowId}", "{personId}#{number}");
    public static final AccessPattern POSITION =
            AccessPattern.main("how far a member has read a conversation", "READ#{memberId}", "{conversationId}");
    public static final AccessPattern TOLD = AccessPattern.main(
            "notifications about a member's unread conversations", "TOLD#{memberId}", "{notificationId}");
    public static final AccessPattern UNREAD_SINCE =
            AccessPattern.index("GSI1", "unread notifications of a day", "UNREAD-SINCE#{day}", "{notificationId}");
    public static final AccessPattern DIGESTS =
            AccessPattern.index("GSI2", "digests by the time they are due", "DIGESTS", "{dueAt}#{memberId}");

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("activity")
            .summary(
                    "An activity log for each member, and notifications: captured, aggregated, delivered once, tracked.")
            .owner("insight")
            .criticality(Criticality.IMPORTANT)
            .table(
                    RECIPIENT,
                    TRAY,
                    DIGEST,
                    NOTIFICATION,
                    UNREAD,
                    LOG,
                    WINDOW,
                    JOINED,
                    POSITION,
                    TOLD,
                    UNREAD_SINCE,
                    DIGESTS)
            .publishes(NotificationCreated.class, NotificationRead.class, DigestDue.class, PushDue.class)
            .exports(OnDataExportRequested.class)
            .consumesEverything(FactCaptures.class)
            .consumes("USER_CREATED", NewNames.UserCreated.class, NewNames.class)
            .consumes("PROFILE_UPDATED", NameChanges.ProfileUpdated.class, NameChanges.class)
            .consumes("PREFERENCES_CHANGED", PreferenceChanges.PreferencesChanged.class, PreferenceChanges.class)
            .consumes("CHAT_MESSAGE_READ", ReadConversations.ChatMessageRead.class, ReadConversations.class)
            .consumes("CHAT_MESSAGE_SENT", AnsweredConversations.ChatMessageSent.class, AnsweredConversations.class)
            .consumes("USER_ERASED", MemberErasures.UserErased.class, MemberErasures.class)
            .queue(CloseWindow.class, WindowClosings.class)
            .queue(TellWindow.class, WindowTellings.class)
            .queue(SettleRead.class, ReadSettlings.class)
            .queue(EraseMember.class, KeptErasures.class)
            .queue(PushUnseen.class, UnseenPushes.class)
            .queue(PushTray.class, TrayPushes.class)
            .socket("/v1/notifications/socket")
            .action("read", MarkRead.Read.class, MarkRead.class)
            .action("seen", MarkSeen.Seen.class, MarkSeen.class)
            .pushes("notification", NotificationPush.class)
            .pushes("unread", UnreadPush.class)
            .schedule("digests", Duration.ofMinutes(15), PublishDigests.class)
            .schedule("unread-expiry", Duration.ofDays(1), ExpireUnread.class)
            .metric("notifications.created", NotificationCreated.class)
            .metric("notifications.read", NotificationRead.class)
            .metric("digests.due", DigestDue.class)
            .metric("pushes.due", PushDue.class)
            .limit("seconds that a member has to see what is pushed then", PushUnseen.PATIENCE.toSeconds())
            .limit("days that a notification is kept", Notification.KEPT.toDays())
            .limit("days that a log entry is kept", LogEntry.KEPT.toDays())
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
