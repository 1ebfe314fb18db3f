package org.tctf.builtinidentity;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tctf.identity.SecondFactors;
import org.tctf.identity.SecondFactors.TrustedDevice;

/** The devices that an account trusts, oldest first, in one item. */
record DeviceList(long version, List<Entry> entries) {
    static final DeviceList EMPTY = new DeviceList(0, List.of());

    record Entry(String hash, TrustedDevice device) {}

    boolean trusts(String hash, Instant now) {
        return livingAt(now).anyMatch(entry -> entry.hash().equals(hash));
    }

    Stream<Entry> livingAt(Instant now) {
        return entries.stream().filter(entry -> now.isBefore(entry.device().until()));
    }

    DeviceList with(Entry entry, Instant now) {
        List<Entry> more = Stream.concat(livingAt(now), Stream.of(entry)).toList();
        return new DeviceList(
                version + 1, more.subList(Math.max(0, more.size() - SecondFactors.MAX_DEVICES), more.size()));
    }

    DeviceList without(Predicate<Entry> gone) {
        return new DeviceList(
                version + 1, entries.stream().filter(gone.negate()).toList());
    }
}
