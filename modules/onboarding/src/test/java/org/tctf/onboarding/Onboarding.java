package org.tctf.onboarding;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tctf.onboarding.domain.Nudge;
import org.tctf.onboarding.domain.Plan;
import org.tctf.onboarding.domain.Step;

/** What the sentences say to the service, whatever runs it. */
interface Onboarding extends AutoCloseable {

    /** @param steps whether each is done, in the order in which they are shown */
    record Seen(String status, String workspaceName, Map<Step, Boolean> steps) {}

    void userCreated(String memberId, String membershipName, Plan plan);

    void userErased(String memberId);

    void profileCompleted(String memberId);

    void connectionAccepted(String requesterId, String addresseeId);

    void postPublished(String authorId);

    void projectJoined(String memberId);

    void mediaReady(String ownerId, String purpose);

    Seen show(String memberId);

    Seen skip(String memberId);

    /** Time goes by, and the hourly schedule runs. */
    void timePasses(Duration duration);

    /** How many facts of a type there are about this member. */
    int published(String type, String memberId);

    /** The nudges that this member has had, in order. */
    List<Nudge> nudges(String memberId);

    @Override
    void close();
}
