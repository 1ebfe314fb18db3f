package org.tctf.activity.adapter.store;

import java.util.List;
import java.util.Map;
import org.tctf.activity.domain.Place;

/** Is there until the member has read, in the conversations themselves, all that a notification tells of. */
record Told(String notificationId, List<Place> places) {

    boolean isRead(Map<String, Long> upTo) {
        return places.stream().allMatch(place -> place.number() <= upTo.getOrDefault(place.conversationId(), 0L));
    }
}
