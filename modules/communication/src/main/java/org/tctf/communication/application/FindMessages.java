package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.domain.Message;
import org.tctf.identity.Principal;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Page;

/** Finds messages in the delivery log, newest first: one's own, or as staff anybody's. */
@Singleton
public class FindMessages {

    /** At most one of them; none = one's own messages. */
    public record Filter(
            @Nullable String memberId, @Nullable EmailAddress to, DeliveryLog.@Nullable Unsent state) {}

    private final DeliveryLog log;

    public FindMessages(DeliveryLog log) {
        this.log = log;
    }

    /**
     * @param limit 1–100
     * @throws Problem {@code TOO_MANY_FILTERS}, {@code NOT_YOUR_MESSAGES}, {@code INVALID_CURSOR}
     */
    public Page<Message> find(Principal asker, Filter filter, int limit, @Nullable String cursor) {
        if (Stream.of(filter.memberId(), filter.to(), filter.state())
                        .filter(Objects::nonNull)
                        .count()
                > 1) {
            throw Problem.invalid("TOO_MANY_FILTERS", "Ask by memberId, by to or by state, not by several at once.");
        }
        if (filter.to() != null) {
            requireStaff(asker);
            return log.toAddress(filter.to(), limit, cursor);
        }
        if (filter.state() != null) {
            requireStaff(asker);
            return log.in(filter.state(), limit, cursor);
        }
        String memberId = Objects.requireNonNullElse(filter.memberId(), asker.memberId());
        if (!memberId.equals(asker.memberId())) {
            requireStaff(asker);
        }
        return log.ofMember(memberId, limit, cursor);
    }

    private static void requireStaff(Principal asker) {
        if (!MessageRights.maySeeAll(asker)) {
            throw Problem.forbidden(
                    "NOT_YOUR_MESSAGES", "Only staff sees messages to others; ask without a filter for yours.");
        }
    }
}
