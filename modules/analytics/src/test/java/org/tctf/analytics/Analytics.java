package org.tctf.analytics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tctf.kernel.event.Envelope;

/** The service as the sentences of {@link AnalyticsBehaviour} use it, whatever runs it. */
interface Analytics extends AutoCloseable {

    LocalDate today();

    /** The facts arrive, in this order, and what they lead to is done. */
    void arrive(List<Envelope> facts);

    /** By period, zeros included. */
    List<Long> metric(String name, String granularity, LocalDate from, LocalDate to);

    /** The sum of each currency. */
    Map<String, String> money(String name, LocalDate from, LocalDate to);

    List<Long> funnel(String name, LocalDate from, LocalDate to);

    /** How many joined in the week of a day, then how many were active week by week. */
    List<Long> retention(LocalDate day);

    /** Members at the end of each day. */
    List<Long> totals(LocalDate from, LocalDate to);

    /** Counts everything again; returns when that is served. Says how many facts were replayed. */
    long rebuild();

    @Override
    void close();
}
