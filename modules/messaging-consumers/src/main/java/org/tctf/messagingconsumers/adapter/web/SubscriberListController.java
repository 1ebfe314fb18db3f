package org.tctf.messagingconsumers.adapter.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.web.ETag;
import org.tctf.messagingconsumers.application.subscriber.CreateList;
import org.tctf.messagingconsumers.application.subscriber.EditList;
import org.tctf.messagingconsumers.application.subscriber.ShowLists;
import org.tctf.messagingconsumers.domain.subscriber.SubscriberList;

/** Lists that one can be on. */
@Controller("/v1/subscriber-lists")
class SubscriberListController {

    /** @param isPublic whether everybody sees it and may ask for it */
    record ListForm(
            @Size(min = 1, max = SubscriberList.MAX_NAME) String name,
            @Size(max = SubscriberList.MAX_DESCRIPTION) String description,
            boolean isPublic) {}

    record ListView(String listId, String name, String description, boolean isPublic, Instant createdAt, long version) {
        static ListView of(SubscriberList list) {
            return new ListView(
                    list.listId(), list.name(), list.description(), list.isPublic(), list.createdAt(), list.version());
        }
    }

    record Lists(List<ListView> items) {
        static Lists of(List<SubscriberList> lists) {
            return new Lists(lists.stream().map(ListView::of).toList());
        }
    }

    private final CreateList createList;
    private final EditList editList;
    private final ShowLists showLists;

    SubscriberListController(CreateList createList, EditList editList, ShowLists showLists) {
        this.createList = createList;
        this.editList = editList;
        this.showLists = showLists;
    }

    /** The lists that everybody may ask for. */
    @Get
    @PermitAll
    Lists open() {
        return Lists.of(showLists.show());
    }

    /** All lists. */
    @Get("/all")
    @RolesAllowed({"STAFF", "ADMIN"})
    Lists all(Principal caller) {
        return Lists.of(showLists.show(caller));
    }

    /** Makes a list. */
    @Post
    @RolesAllowed({"STAFF", "ADMIN"})
    HttpResponse<ListView> create(Principal caller, @Valid @Body ListForm form) {
        SubscriberList list = createList.create(caller, form.name(), form.description(), form.isPublic());
        return HttpResponse.created(ListView.of(list)).header(HttpHeaders.ETAG, ETag.of(list.version()));
    }

    /** Changes a list. */
    @Put("/{listId}")
    @RolesAllowed({"STAFF", "ADMIN"})
    HttpResponse<ListView> edit(
            Principal caller,
            String listId,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @Body ListForm form) {
        SubscriberList list = editList.edit(caller, listId, ifMatch, form.name(), form.description(), form.isPublic());
        return HttpResponse.ok(ListView.of(list)).header(HttpHeaders.ETAG, ETag.of(list.version()));
    }
}
