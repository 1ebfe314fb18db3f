package org.tctf.messagingconsumers.adapter.store;

import static org.tctf.messagingconsumers.MessagingConsumersService.RATE;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.messagingconsumers.MessagingConsumersService;
import org.tctf.messagingconsumers.application.campaign.Rates;

/** Rates in the service's table. */
@Singleton
public class TableRates implements Rates {

    record Rate(String provider, int perSecond) {}

    private final ServiceTable table;

    public TableRates(ServiceTables tables) {
        table = tables.of(MessagingConsumersService.DEFINITION);
    }

    @Override
    public int of(String provider) {
        return table.get(RATE.key(provider), Rate.class).map(Rate::perSecond).orElse(STANDARD);
    }

    @Override
    public Map<String, Integer> all() {
        Map<String, Integer> all = new TreeMap<>();
        table.list(RATE.query(), Rate.class).forEach(rate -> all.put(rate.provider(), rate.perSecond()));
        return all;
    }

    @Override
    public void set(String provider, int perSecond) {
        table.commit(Change.none().put(Row.of(RATE.key(provider), new Rate(provider, perSecond))));
    }
}
