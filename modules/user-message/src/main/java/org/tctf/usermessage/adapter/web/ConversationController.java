package org.tctf.usermessage.adapter.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.web.ETag;
import org.tctf.kernel.web.RateLimit;
import org.tctf.usermessage.adapter.view.ConversationView;
import org.tctf.usermessage.application.AddMembers;
import org.tctf.usermessage.application.ChangeRole;
import org.tctf.usermessage.application.ListConversations;
import org.tctf.usermessage.application.RemoveMember;
import org.tctf.usermessage.application.RenameGroup;
import org.tctf.usermessage.application.ShowConversation;
import org.tctf.usermessage.application.StartDirect;
import org.tctf.usermessage.application.StartGroup;
import org.tctf.usermessage.domain.Conversation;
import org.tctf.usermessage.domain.GroupName;
import org.tctf.usermessage.domain.Role;

/** The caller's conversations and who is in them. */
@Controller("/v1/conversations")
final class ConversationController {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_ID = 64;

    /** A group and its first members, the caller being its owner. */
    record GroupForm(
            @Size(min = 1, max = GroupName.MAX) String name,
            @Size(min = 1, max = Conversation.AT_ONCE) List<@Size(min = 1, max = MAX_ID) String> memberIds) {}

    /** The group's new name. */
    record NameForm(@Size(min = 1, max = GroupName.MAX) String name) {}

    /** Who comes in. */
    record MembersForm(
            @Size(min = 1, max = Conversation.AT_ONCE) List<@Size(min = 1, max = MAX_ID) String> memberIds) {}

    /** What the member may do from now on. */
    record RoleForm(@Pattern(regexp = "OWNER|ADMIN|MEMBER") String role) {}

    private final StartDirect startDirect;
    private final StartGroup startGroup;
    private final ListConversations listConversations;
    private final ShowConversation showConversation;
    private final RenameGroup renameGroup;
    private final AddMembers addMembers;
    private final RemoveMember removeMember;
    private final ChangeRole changeRole;

    ConversationController(
            StartDirect startDirect,
            StartGroup startGroup,
            ListConversations listConversations,
            ShowConversation showConversation,
            RenameGroup renameGroup,
            AddMembers addMembers,
            RemoveMember removeMember,
            ChangeRole changeRole) {
        this.startDirect = startDirect;
        this.startGroup = startGroup;
        this.listConversations = listConversations;
        this.showConversation = showConversation;
        this.renameGroup = renameGroup;
        this.addMembers = addMembers;
        this.removeMember = removeMember;
        this.changeRole = changeRole;
    }

    /** The caller's conversations, the newest first, each with how far it is and how much of it is unread. */
    @Get
    Page<ConversationView> list(
            Principal caller,
            @Nullable @QueryValue @Min(1) @Max(100) Integer limit,
            @Nullable @QueryValue String cursor) {
        return listConversations
                .list(caller.memberId(), Objects.requireNonNullElse(limit, DEFAULT_LIMIT), cursor)
                .map(ConversationView::of);
    }

    /** Starts a group; the caller owns it. */
    @Post
    @Status(HttpStatus.CREATED)
    @RateLimit(value = 100, per = "PT1H")
    ConversationView startGroup(Principal caller, @Body GroupForm form) {
        String id = startGroup.start(caller.memberId(), new GroupName(form.name()), form.memberIds());
        return shown(caller, id);
    }

    /** The conversation that the caller and a member have with each other; it is started if there is none. */
    @Put("/direct/{memberId}")
    @RateLimit(value = 200, per = "PT1H")
    ConversationView startDirect(Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String memberId) {
        return shown(caller, startDirect.start(caller.memberId(), memberId));
    }

    /** One conversation with its members, and how far each of them is. */
    @Get("/{id}")
    MutableHttpResponse<ConversationView> show(Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String id) {
        return tagged(shown(caller, id));
    }

    /** Renames a group: its owner and administrators. */
    @Put("/{id}/name")
    MutableHttpResponse<ConversationView> rename(
            Principal caller,
            @PathVariable @Size(min = 1, max = MAX_ID) String id,
            @Nullable @Header("If-Match") String ifMatch,
            @Body NameForm form) {
        renameGroup.rename(caller.memberId(), id, new GroupName(form.name()), ifMatch);
        return tagged(shown(caller, id));
    }

    /** Adds members to a group: its owner and administrators. New members see what comes from then on. */
    @Post("/{id}/members")
    MutableHttpResponse<ConversationView> add(
            Principal caller, @PathVariable @Size(min = 1, max = MAX_ID) String id, @Body MembersForm form) {
        addMembers.add(caller.memberId(), id, form.memberIds());
        return tagged(shown(caller, id));
    }

    /** Removes a member from a group, or leaves it when that is the caller. */
    @Delete("/{id}/members/{memberId}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(
            Principal caller,
            @PathVariable @Size(min = 1, max = MAX_ID) String id,
            @PathVariable @Size(min = 1, max = MAX_ID) String memberId) {
        removeMember.remove(caller.memberId(), id, memberId);
    }

    /** Gives a member of a group a role: its owner. Another owner makes the caller an administrator. */
    @Put("/{id}/members/{memberId}/role")
    MutableHttpResponse<ConversationView> changeRole(
            Principal caller,
            @PathVariable @Size(min = 1, max = MAX_ID) String id,
            @PathVariable @Size(min = 1, max = MAX_ID) String memberId,
            @Body RoleForm form) {
        changeRole.change(caller.memberId(), id, memberId, Role.valueOf(form.role()));
        return tagged(shown(caller, id));
    }

    private ConversationView shown(Principal caller, String id) {
        return ConversationView.of(showConversation.show(caller.memberId(), id));
    }

    private static MutableHttpResponse<ConversationView> tagged(ConversationView view) {
        return HttpResponse.ok(view).header("ETag", ETag.of(Objects.requireNonNullElse(view.version(), 0L)));
    }
}
