package org.tctf.__package__;

import org.tctf.__package__.adapter.events.ForgetMoreEntries;
import org.tctf.__package__.adapter.events.OnDataExportRequested;
import org.tctf.__package__.adapter.events.OnUserErased;
import org.tctf.__package__.domain.Entry;
import org.tctf.__package__.domain.ForgetMore;
import org.tctf.__package__.domain.__Name__EntryAdded;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;

/** Everything that the outside may know of this service. */
public final class __Name__Service implements Service {
    public static final AccessPattern ENTRY =
            AccessPattern.main("entries of a member, oldest first", "MEMBER#{memberId}", "ENTRY#{entryId}");

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("__name__")
            .summary("Keeps entries, each for the member who added it.")
            .owner("community")
            .criticality(Criticality.BACKGROUND)
            .table(ENTRY)
            .publishes(__Name__EntryAdded.class)
            .exports(OnDataExportRequested.class)
            .consumes("USER_ERASED", OnUserErased.UserErased.class, OnUserErased.class)
            .queue(ForgetMore.class, ForgetMoreEntries.class)
            .metric("__name__.entries.added", __Name__EntryAdded.class)
            .limit("characters of a title", Entry.MAX_TITLE)
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
