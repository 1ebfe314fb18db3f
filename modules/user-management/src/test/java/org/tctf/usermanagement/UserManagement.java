package org.tctf.usermanagement;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Role;
import org.tctf.usermanagement.domain.Plan;
import org.tctf.usermanagement.domain.ProfileChange;
import org.tctf.usermanagement.domain.ProfileField;
import org.tctf.usermanagement.domain.SignUp;

/** What the sentences say to the service, whatever runs it. */
interface UserManagement extends AutoCloseable {

    /** Somebody who looks; without an id somebody who is not signed in. */
    record Viewer(@Nullable String memberId, Role... roles) {}

    /** What a viewer got to see of a profile. */
    record Seen(String memberId, long version, Optional<String> email, Map<ProfileField, String> fields) {
        Optional<String> field(ProfileField field) {
            return Optional.ofNullable(fields.get(field));
        }
    }

    void signUpConfirmed(SignUp signUp);

    void accountDeleted(String memberId);

    /** auth-user says that an account has another address, at that time before now. */
    void emailChanged(String memberId, String email, Duration ago);

    Seen profile(String memberId, Viewer viewer);

    Seen lookUp(String membershipName, Viewer viewer);

    /** @param version the version that the editor has seen; absent = any */
    Seen edit(Viewer editor, String memberId, @Nullable Long version, ProfileChange change);

    /** The shown names of all that a member finds, read in pages of two. */
    List<String> list(@Nullable String country, @Nullable Plan plan, @Nullable String name);

    /** How many facts of a type there are about this member. */
    int published(String type, String memberId);

    @Override
    void close();
}
