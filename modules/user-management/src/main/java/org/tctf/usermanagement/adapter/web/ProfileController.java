package org.tctf.usermanagement.adapter.web;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.usermanagement.application.EditProfile;
import org.tctf.usermanagement.application.ShowProfile;

@Controller("/v1/users/{id}/profile")
class ProfileController {
    private final ShowProfile showProfile;
    private final EditProfile editProfile;

    ProfileController(ShowProfile showProfile, EditProfile editProfile) {
        this.showProfile = showProfile;
        this.editProfile = editProfile;
    }

    /**
     * Shows a member's profile, as far as the caller may see it: everything to its owner and the staff; to other members
     * what is PUBLIC or for MEMBERS; to callers without a token what is PUBLIC.
     */
    @Get
    @PermitAll
    ProfileView show(String id, @Nullable Principal caller) {
        return ProfileView.of(showProfile.show(id, caller));
    }

    /**
     * Replaces categories of one's own profile. A category in the body replaces the one kept, whole: a field left out is
     * emptied. A category left out stays as it is. Send If-Match to change only what you have seen.
     */
    @Put
    ProfileView edit(
            String id, Principal caller, @Nullable @Header("If-Match") String ifMatch, @Valid @Body ProfileEdit edit) {
        return ProfileView.of(editProfile.edit(caller, id, ifMatch, edit.change()));
    }
}
