package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.tctf.communication.application.WriteToMember;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.OnboardingStep;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Reminds a member of the steps that are still open, as far as we have words for them. */
@Singleton
public class OnOnboardingNudgeDue implements EventConsumer<OnOnboardingNudgeDue.OnboardingNudgeDue> {

    /** What this service reads of the fact. */
    public record OnboardingNudgeDue(String userId, List<String> openSteps) {}

    private final WriteToMember writeToMember;

    public OnOnboardingNudgeDue(WriteToMember writeToMember) {
        this.writeToMember = writeToMember;
    }

    @Override
    public void on(OnboardingNudgeDue event, Envelope envelope) {
        List<OnboardingStep> steps = event.openSteps().stream()
                .map(OnboardingStep::named)
                .flatMap(Optional::stream)
                .toList();
        if (!steps.isEmpty()) {
            writeToMember.write(envelope.id(), event.userId(), new Content.OnboardingNudge(steps));
        }
    }
}
