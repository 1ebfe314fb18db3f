package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Tells those whom a member talks to directly that the member is here, or has gone. */
@Singleton
public final class TellPresence {
    /** Conversations, the newest first, whose other side is told. */
    private static final int TOLD = 50;

    private final Journal journal;
    private final Seats seats;
    private final Blocks blocks;
    private final Devices devices;

    public TellPresence(Journal journal, Seats seats, Blocks blocks, Devices devices) {
        this.journal = journal;
        this.seats = seats;
        this.blocks = blocks;
        this.devices = devices;
    }

    /** Who still has another device connected has not gone. */
    public void tell(String memberId, boolean hasCome) {
        if (!hasCome && !devices.online(List.of(memberId)).isEmpty()) {
            return;
        }
        List<String> ids = seats.conversationsOf(memberId, TOLD, null).items();
        List<String> peers = journal.heads(ids).stream()
                .map(head -> head.peerOf(memberId))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        Set<String> apart = blocks.between(memberId, peers);
        List<String> told = peers.stream().filter(peer -> !apart.contains(peer)).toList();
        devices.tell(told, () -> new Devices.News.Here(memberId, hasCome));
    }
}
