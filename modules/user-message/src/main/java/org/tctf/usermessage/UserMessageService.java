package org.tctf.usermessage;

import java.time.Duration;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.usermessage.adapter.events.ChangePushes;
import org.tctf.usermessage.adapter.events.NameChanges;
import org.tctf.usermessage.adapter.events.NewNames;
import org.tctf.usermessage.adapter.events.OnDataExportRequested;
import org.tctf.usermessage.adapter.events.OnUserBlocked;
import org.tctf.usermessage.adapter.events.OnUserErased;
import org.tctf.usermessage.adapter.events.PositionPushes;
import org.tctf.usermessage.adapter.events.RemainsErasures;
import org.tctf.usermessage.adapter.socket.ChangePush;
import org.tctf.usermessage.adapter.socket.OnDelete;
import org.tctf.usermessage.adapter.socket.OnEdit;
import org.tctf.usermessage.adapter.socket.OnReact;
import org.tctf.usermessage.adapter.socket.OnRead;
import org.tctf.usermessage.adapter.socket.OnSend;
import org.tctf.usermessage.adapter.socket.OnSync;
import org.tctf.usermessage.adapter.socket.OnTyping;
import org.tctf.usermessage.adapter.socket.PositionPush;
import org.tctf.usermessage.adapter.socket.Presence;
import org.tctf.usermessage.adapter.socket.PresencePush;
import org.tctf.usermessage.adapter.socket.TypingPush;
import org.tctf.usermessage.application.SayTyping;
import org.tctf.usermessage.domain.ChatMessageRead;
import org.tctf.usermessage.domain.ChatMessageSent;
import org.tctf.usermessage.domain.Conversation;
import org.tctf.usermessage.domain.ConversationStarted;
import org.tctf.usermessage.domain.Draft;
import org.tctf.usermessage.domain.EraseMember;
import org.tctf.usermessage.domain.Message;
import org.tctf.usermessage.domain.PushChange;
import org.tctf.usermessage.domain.PushPosition;

/** Chat between two members and in groups, in real time. */
public final class UserMessageService implements Service {
    public static final AccessPattern HEAD =
            AccessPattern.main("how far a conversation is", "CONVERSATION#{conversationId}", "HEAD");
    public static final AccessPattern CONVERSATION =
            AccessPattern.main("who is in a conversation", "CONVERSATION#{conversationId}", "MEMBERS");
    public static final AccessPattern MESSAGE =
            AccessPattern.main("messages of a conversation by number", "MESSAGES#{conversationId}", "{number}");
    public static final AccessPattern CHANGE =
            AccessPattern.main("changes of a conversation by sequence", "CHANGES#{conversationId}", "{seq}");
    public static final AccessPattern SEAT =
            AccessPattern.main("how far members are in a conversation", "SEATS#{conversationId}", "{memberId}");
    public static final AccessPattern SEAT_OF =
            AccessPattern.main("conversations of a member", "CONVERSATIONS#{memberId}", "{conversationId}");
    public static final AccessPattern PAIR =
            AccessPattern.main("the conversation of two members", "PAIR#{pair}", "CONVERSATION");
    public static final AccessPattern SENT =
            AccessPattern.main("what a member's clients have sent", "SENT#{memberId}", "{clientMessageId}");
    public static final AccessPattern BLOCK =
            AccessPattern.main("whom a member blocks", "BLOCKS#{memberId}", "{blockedId}");
    public static final AccessPattern PERSON =
            AccessPattern.main("what a member is called", "PERSON#{memberId}", "PERSON");
    public static final AccessPattern OWN_MESSAGE = AccessPattern.index(
            "GSI1", "messages that a member sent", "SENDER#{memberId}", "{conversationId}#{number}");

    private static final Duration PUSHING = Duration.ofSeconds(60);

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("user-message")
            .summary("Real-time chat between two members or in groups: nothing lost, nothing twice, in order.")
            .owner("messaging")
            .criticality(Criticality.IMPORTANT)
            .table(HEAD, CONVERSATION, MESSAGE, CHANGE, SEAT, SEAT_OF, PAIR, SENT, BLOCK, PERSON, OWN_MESSAGE)
            .publishes(ConversationStarted.class, ChatMessageSent.class, ChatMessageRead.class)
            .exports(OnDataExportRequested.class)
            .consumes("USER_CREATED", NewNames.UserCreated.class, NewNames.class)
            .consumes("PROFILE_UPDATED", NameChanges.ProfileUpdated.class, NameChanges.class)
            .consumes("USER_BLOCKED", OnUserBlocked.UserBlocked.class, OnUserBlocked.class)
            .consumes("USER_ERASED", OnUserErased.UserErased.class, OnUserErased.class)
            .queue(PushChange.class, ChangePushes.class)
            .tuned(PUSHING, 5, 16)
            .queue(PushPosition.class, PositionPushes.class)
            .queue(EraseMember.class, RemainsErasures.class)
            .socket("/v1/chat/socket", Presence.class)
            .action("message.send", OnSend.Send.class, OnSend.class)
            .action("message.edit", OnEdit.Edit.class, OnEdit.class)
            .action("message.delete", OnDelete.Delete.class, OnDelete.class)
            .action("message.react", OnReact.React.class, OnReact.class)
            .action("message.read", OnRead.Read.class, OnRead.class)
            .action("typing", OnTyping.Typing.class, OnTyping.class)
            .action("sync", OnSync.Sync.class, OnSync.class)
            .pushes("change", ChangePush.class)
            .pushes("position", PositionPush.class)
            .pushes("member.typing", TypingPush.class)
            .pushes("presence", PresencePush.class)
            .metric("chat.conversations.started", ConversationStarted.class)
            .metric("chat.messages.sent", ChatMessageSent.class)
            .metric("chat.messages.read", ChatMessageRead.class)
            .limit("members of a group", Conversation.MAX_MEMBERS)
            .limit("members added in one request", Conversation.AT_ONCE)
            .limit("characters of a message", Draft.MAX_TEXT)
            .limit("media of a message", Draft.MAX_MEDIA)
            .limit("minutes in which a message can be edited", Message.EDITABLE.toMinutes())
            .limit("members up to which typing, presence and positions are told", SayTyping.SMALL)
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
