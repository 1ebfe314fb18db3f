package org.tctf.usermessage.adapter.store;

import static org.tctf.usermessage.UserMessageService.BLOCK;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.kernel.table.TableLimits;
import org.tctf.usermessage.UserMessageService;
import org.tctf.usermessage.application.Blocks;

/** Who blocks whom: a row for each pair, which a message's own transaction requires to be absent. */
@Singleton
public final class TableBlocks implements Blocks {
    private final ServiceTable table;

    public TableBlocks(ServiceTables tables) {
        table = tables.of(UserMessageService.DEFINITION);
    }

    @Override
    public void block(String memberId, String blockedId, Instant now) {
        table.commit(Change.none().put(Row.of(BLOCK.key(memberId, blockedId), new Blocked(memberId, blockedId, now))));
    }

    @Override
    public void unblock(String memberId, String blockedId) {
        table.commit(Change.none().delete(BLOCK.key(memberId, blockedId)));
    }

    @Override
    public Page<Blocked> of(String memberId, int limit, @Nullable String cursor) {
        return table.page(BLOCK.query(memberId).limit(limit), cursor, Blocked.class);
    }

    @Override
    public Set<String> between(String memberId, Collection<String> others) {
        List<Key> keys = new ArrayList<>();
        others.stream().distinct().forEach(other -> {
            keys.add(BLOCK.key(memberId, other));
            keys.add(BLOCK.key(other, memberId));
        });
        Set<String> apart = new HashSet<>();
        for (int from = 0; from < keys.size(); from += TableLimits.GET_KEYS) {
            List<Key> some = keys.subList(from, Math.min(from + TableLimits.GET_KEYS, keys.size()));
            for (Blocked block : table.getAll(some, Blocked.class)) {
                apart.add(block.memberId().equals(memberId) ? block.blockedId() : block.memberId());
            }
        }
        return apart;
    }
}
