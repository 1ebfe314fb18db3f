package org.tctf.eventbridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tctf.kernel.event.Outgoing;

/** Some of the messages did not leave, within the time that there was, or for good. */
public final class NotPublished extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int TOLD = 3;

    private final transient List<Outgoing> left;
    private final transient List<Outgoing> stayed;

    /** @param stayed with the reason of each */
    NotPublished(List<Outgoing> left, Map<Outgoing, String> stayed) {
        super("%d of %d messages did not leave, publish them again: %s"
                .formatted(
                        stayed.size(),
                        stayed.size() + left.size(),
                        stayed.entrySet().stream()
                                .limit(TOLD)
                                .map(one -> "%s %s (%s)"
                                        .formatted(
                                                one.getKey().envelope().type(),
                                                one.getKey().envelope().id(),
                                                one.getValue()))
                                .collect(Collectors.joining(", "))));
        this.left = List.copyOf(left);
        this.stayed = List.copyOf(new ArrayList<>(stayed.keySet()));
    }

    /** Those that AWS has now. */
    public List<Outgoing> left() {
        return left;
    }

    /** Those that it may not have. */
    public List<Outgoing> stayed() {
        return stayed;
    }
}
