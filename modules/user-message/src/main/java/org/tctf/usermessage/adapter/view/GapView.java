package org.tctf.usermessage.adapter.view;

import java.util.List;
import org.tctf.usermessage.application.SyncConversation;

/**
 * What a client has missed, or the beginning of it.
 *
 * @param upTo the change to ask on from
 * @param more whether there is more to ask for
 * @param positions of everybody, when there is no more
 */
public record GapView(
        String conversationId, List<ChangeView> changes, long upTo, boolean more, List<PositionView> positions) {

    public static GapView of(SyncConversation.Gap gap) {
        return new GapView(
                gap.conversationId(),
                gap.changes().stream().map(ChangeView::of).toList(),
                gap.upTo(),
                gap.isMore(),
                gap.positions().stream().map(PositionView::of).toList());
    }
}
