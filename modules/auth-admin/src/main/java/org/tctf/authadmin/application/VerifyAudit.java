package org.tctf.authadmin.application;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authadmin.domain.LoggedEntry;
import org.tctf.authadmin.domain.Point;
import org.tctf.authadmin.domain.Verdict;
import org.tctf.authadmin.domain.Verdict.Fault;

/**
 * Looks whether the audit chain is what was written: nothing changed, missing, inserted or in another place, and its ends
 * where we have put them.
 */
@Singleton
public class VerifyAudit {
    /** Entries of one look: what fits well into the time that a request has. */
    public static final int AT_ONCE = 5_000;

    private final AuditChain chain;

    public VerifyAudit(AuditChain chain) {
        this.chain = chain;
    }

    /**
     * Looks at {@value #AT_ONCE} entries or a few more.
     *
     * @param known a point that the chain has reached, to go on from; absent: from where what is kept begins
     */
    public Verdict verify(@Nullable Point known) {
        Point floor;
        Point head;
        try {
            floor = chain.floor();
            head = chain.head();
        } catch (AuditChain.ForgedEnd forged) {
            Point start = known == null ? Point.START : known;
            return new Verdict(start, start, start, Fault.FORGED_END);
        }
        Point start = known == null ? floor : known;
        Point at = start;
        while (at.seq() - start.seq() < AT_ONCE) {
            List<LoggedEntry> next = chain.from(at.seq() + 1);
            for (LoggedEntry entry : next) {
                Fault fault = fault(at, entry, head);
                if (fault != null) {
                    return new Verdict(start, at, head, fault);
                }
                at = entry.point();
            }
            if (next.isEmpty()) {
                return new Verdict(start, at, head, end(at, head));
            }
        }
        return new Verdict(start, at, head, null);
    }

    private static @Nullable Fault fault(Point at, LoggedEntry entry, Point head) {
        if (at.seq() >= head.seq()) {
            return Fault.BEYOND_HEAD;
        }
        if (entry.isLinkedBehind(at)) {
            return null;
        }
        return entry.link() != null && entry.link().seq() > at.seq() + 1 ? Fault.MISSING : Fault.BROKEN_LINK;
    }

    private static @Nullable Fault end(Point at, Point head) {
        if (at.seq() < head.seq()) {
            return Fault.MISSING;
        }
        return at.equals(head) ? null : Fault.BROKEN_LINK;
    }
}
