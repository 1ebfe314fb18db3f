package org.tctf.communication.adapter.store;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.tctf.communication.CommunicationService;
import org.tctf.communication.application.AddressBook;
import org.tctf.communication.domain.Addressee;
import org.tctf.communication.domain.Contact;
import org.tctf.communication.domain.EraseMessages;
import org.tctf.communication.domain.Forgotten;
import org.tctf.communication.domain.Message;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** The address book in the service's table: a read model, plus whom we have welcomed. */
@Singleton
public class TableAddressBook implements AddressBook {
    /** Longer than any fact about the member can still be on its way. */
    private static final Duration FORGOTTEN_FOR = Duration.ofDays(90);

    /** By then the index, by which the messages are found, has caught up. */
    private static final Duration INDEX_LAG = Duration.ofMinutes(1);

    private final ServiceTable table;
    private final InstantSource clock;

    public TableAddressBook(ServiceTables tables, InstantSource clock) {
        this.table = tables.of(CommunicationService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public Optional<Addressee> find(String memberId) {
        return table.get(key(memberId), Addressee.class);
    }

    @Override
    public void keep(Contact contact) {
        table.commit(kept(contact));
    }

    @Override
    public void keepAndWelcome(Contact contact, Message welcome) {
        table.commit(kept(contact).and(MessageRows.queued(welcome)));
    }

    @Override
    public void forget(Forgotten member) {
        table.retrying(() -> {
            table.commit(forgotten(member));
            return member;
        });
    }

    private Change forgotten(Forgotten member) {
        EmailAddress address = find(member.memberId()).orElse(null) instanceof Contact contact ? contact.email() : null;
        return Change.none()
                .put(Row.of(key(member.memberId()), member)
                        .expires(clock.instant().plus(FORGOTTEN_FOR)))
                .delete(CommunicationService.WEBHOOKS.key(member.memberId()))
                .and(TablePushBook.forgotten(table, member.memberId()))
                .enqueue(new EraseMessages(member.memberId(), address), INDEX_LAG);
    }

    private static Change kept(Contact contact) {
        Row row = Row.of(key(contact.memberId()), contact);
        return contact.version() == 1
                ? Change.none().create(row)
                : Change.none().replace(row, contact.version() - 1);
    }

    private static Key key(String memberId) {
        return CommunicationService.CONTACT.key(memberId);
    }
}
