package org.tctf.messagingconsumers.adapter.web;

import org.jspecify.annotations.Nullable;
import org.tctf.messagingconsumers.application.campaign.ShowProgress;
import org.tctf.messagingconsumers.domain.campaign.Counts;
import org.tctf.messagingconsumers.domain.campaign.Progress;

/**
 * @param isFrozen whether the total is final
 * @param total recipients
 * @param pending have not been tried
 * @param waiting were tried and are tried again
 * @param unknown may have the mail or not: somebody has to decide
 * @param perSecond measured in this minute and the one before; absent when nothing went
 * @param remainingSeconds at that rate; absent when it cannot be said
 * @param opened readers who agreed to be counted, and opened it
 * @param clicked likewise
 * @param bounced of the sent ones, those that a mail system refused for good afterwards
 * @param complained of the sent ones, those that their readers called spam
 */
record ProgressView(
        String campaignId,
        String state,
        boolean isFrozen,
        long total,
        long pending,
        long sent,
        long failed,
        long skipped,
        long waiting,
        long unknown,
        @Nullable Double perSecond,
        @Nullable Long remainingSeconds,
        long opened,
        long clicked,
        long bounced,
        long complained) {

    static ProgressView of(ShowProgress.Standing standing) {
        Progress progress = standing.progress();
        Counts counts = progress.counts();
        return new ProgressView(
                standing.campaign().campaignId(),
                standing.campaign().phase().word(),
                progress.isFrozen(),
                counts.total(),
                counts.pending(),
                counts.sent(),
                counts.failed(),
                counts.skipped(),
                counts.waiting(),
                counts.unknown(),
                progress.perSecond().isPresent() ? progress.perSecond().getAsDouble() : null,
                progress.remaining().map(remaining -> remaining.toSeconds()).orElse(null),
                standing.seen().opened(),
                standing.seen().clicked(),
                standing.seen().bounced(),
                standing.seen().complained());
    }
}
