package org.tctf.usermessage.adapter.store;

import static org.tctf.usermessage.UserMessageService.PERSON;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.kernel.table.TableLimits;
import org.tctf.usermessage.UserMessageService;
import org.tctf.usermessage.application.People;
import org.tctf.usermessage.domain.EraseMember;
import org.tctf.usermessage.domain.Person;

/** Names, learnt from facts; of who was erased only the id stays, so that late facts leave nothing. */
@Singleton
public final class TablePeople implements People {
    /** Whoever saw the member as still there has written by then. */
    private static final Duration BEFORE_ERASING = Duration.ofMinutes(1);

    private final ServiceTable table;

    public TablePeople(ServiceTables tables) {
        table = tables.of(UserMessageService.DEFINITION);
    }

    @Override
    public Map<String, String> names(Collection<String> memberIds) {
        List<Key> keys = memberIds.stream().distinct().map(PERSON::key).toList();
        Map<String, String> names = new HashMap<>();
        for (int from = 0; from < keys.size(); from += TableLimits.GET_KEYS) {
            List<Key> some = keys.subList(from, Math.min(from + TableLimits.GET_KEYS, keys.size()));
            for (Person person : table.getAll(some, Person.class)) {
                String name = person.name();
                if (name != null) {
                    names.put(person.memberId(), name);
                }
            }
        }
        return names;
    }

    @Override
    public void change(String memberId, UnaryOperator<Person> change) {
        table.retrying(() -> {
            Person before = of(memberId);
            Person after = change.apply(before);
            if (!after.equals(before)) {
                table.commit(stored(before, after));
            }
            return after;
        });
    }

    @Override
    public void erase(String memberId) {
        table.retrying(() -> {
            Person before = of(memberId);
            table.commit(stored(before, before.erased()).enqueue(new EraseMember(memberId), BEFORE_ERASING));
            return before;
        });
    }

    private Person of(String memberId) {
        return table.get(PERSON.key(memberId), Person.class).orElseGet(() -> Person.unknown(memberId));
    }

    private static Change stored(Person before, Person after) {
        Row row = Row.of(PERSON.key(after.memberId()), after);
        return before.version() == 0 ? Change.none().create(row) : Change.none().replace(row, before.version());
    }
}
