package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Page;

/** Whom a member blocks. */
@Singleton
public final class ListBlocks {

    /** With names, of those that have one. */
    public record Listed(Page<Blocks.Blocked> page, Map<String, String> names) {}

    private final Blocks blocks;
    private final People people;

    public ListBlocks(Blocks blocks, People people) {
        this.blocks = blocks;
        this.people = people;
    }

    public Listed list(String memberId, int limit, @Nullable String cursor) {
        Page<Blocks.Blocked> page = blocks.of(memberId, limit, cursor);
        return new Listed(
                page,
                people.names(
                        page.items().stream().map(Blocks.Blocked::blockedId).toList()));
    }
}
