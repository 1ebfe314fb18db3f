package org.tctf.usermanagement.domain;

import org.jspecify.annotations.Nullable;

/**
 * A member as somebody may see them.
 *
 * @param clearance how private a field may be for this viewer to see it
 */
public record SeenMember(Member member, Visibility clearance) {

    public boolean sees(ProfileField field) {
        return member.profile().shows(field, clearance);
    }

    /** The field's value as text, if it has one and the viewer may see it. */
    public @Nullable String text(ProfileField field) {
        Object value = sees(field) ? field.in(member.profile()) : null;
        return value == null ? null : value.toString();
    }

    /** Whether this is the member's own view, or the staff's. */
    public boolean seesEverything() {
        return clearance == Visibility.PRIVATE;
    }
}
