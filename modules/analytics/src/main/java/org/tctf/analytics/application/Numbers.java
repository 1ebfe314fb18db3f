package org.tctf.analytics.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Port: what has been counted. */
@SecondaryPort
public interface Numbers {

    /** The amounts of a metric by period and part, of the periods that begin from one day to the other, both included. */
    SortedMap<LocalDate, Map<String, Long>> of(String metric, LocalDate from, LocalDate to);
}
