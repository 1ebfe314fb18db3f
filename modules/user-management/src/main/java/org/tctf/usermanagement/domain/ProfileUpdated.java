package org.tctf.usermanagement.domain;

import java.util.List;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * A member has changed their profile. It says what changed, not to what: the one value it carries is the name that all
 * members see, because they see it next to everything the member does.
 *
 * @param fields as the API calls them, {@code jobTitle}; empty when only the privacy changed
 */
@DomainEvent
public record ProfileUpdated(String userId, String displayName, List<Category> categories, List<String> fields) {}
