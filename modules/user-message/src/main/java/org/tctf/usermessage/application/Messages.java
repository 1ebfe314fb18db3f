package org.tctf.usermessage.application;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.table.Page;
import org.tctf.usermessage.domain.Message;

/** Port: messages, as they are now. */
@SecondaryPort
public interface Messages {

    /** Those with these numbers, in no order; at most 100. */
    List<Message> of(String conversationId, Collection<Long> numbers);

    /** The newest first, none up to the one with this number. */
    Page<Message> after(String conversationId, long number, int limit, @Nullable String cursor);

    /** Those that a member sent and did not delete, by conversation and age. */
    Page<Message> by(String memberId, int limit, @Nullable String cursor);

    default Optional<Message> of(String conversationId, long number) {
        return of(conversationId, List.of(number)).stream().findFirst();
    }
}
