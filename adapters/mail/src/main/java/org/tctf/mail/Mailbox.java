package org.tctf.mail;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.delivery.DeliveryReport.Fate;
import org.tctf.kernel.mail.Mail;
import org.tctf.kernel.mail.MailTransport;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.Session;
import org.tctf.sqlite.SqliteDatabase;

/**
 * A mailbox on this machine for all recipients: what the platform mails when no provider is configured. It keeps the
 * newest {@value #CAPACITY} mails, each once by its id, and counts how often it came. A mail is on disk when {@link #send}
 * returns. Safe for concurrent use.
 */
public final class Mailbox implements MailTransport, AutoCloseable {
    /** How many mails it keeps. */
    public static final int CAPACITY = 10_000;

    private static final String COLUMNS =
            "number, id, recipient, subject, text, html, headers, at, deliveries, reports_to, fate";

    private final SqliteDatabase database;
    private final InstantSource clock;
    private final int capacity;

    private Mailbox(SqliteDatabase database, InstantSource clock, int capacity) {
        this.database = database;
        this.clock = clock;
        this.capacity = capacity;
    }

    /** The mailbox in this file; an empty one if there is no such file. */
    public static Mailbox open(Path file, InstantSource clock) {
        return open(file, clock, CAPACITY);
    }

    static Mailbox open(Path file, InstantSource clock, int capacity) {
        Mailbox mailbox = new Mailbox(SqliteDatabase.open(file, Durability.FULL), clock, capacity);
        mailbox.createTable();
        return mailbox;
    }

    @Override
    public String name() {
        return "mailbox";
    }

    @Override
    public void send(Mail mail) {
        try {
            database.write(session -> store(session, mail));
        } catch (RuntimeException notStored) {
            throw new Unavailable(name(), notStored);
        }
    }

    /**
     * Mails, newest first.
     *
     * @param to only mails to this address; absent for all
     * @param before only mails with a lower {@link ReceivedMail#number()}; absent to begin with the newest
     * @param limit at most so many
     */
    public List<ReceivedMail> newest(@Nullable EmailAddress to, @Nullable Long before, int limit) {
        return database.read(session -> {
            PreparedStatement select = session.prepare("select " + COLUMNS
                    + " from mail where (?1 is null or recipient = ?1) and number < ?2 order by number desc limit ?3");
            select.setString(1, to == null ? null : to.value());
            select.setLong(2, before == null ? Long.MAX_VALUE : before);
            select.setInt(3, limit);
            return received(select);
        });
    }

    /** The mail with this id. */
    public Optional<ReceivedMail> get(String id) {
        return database.read(session -> {
            PreparedStatement select = session.prepare("select " + COLUMNS + " from mail where id = ?");
            select.setString(1, id);
            return received(select).stream().findFirst();
        });
    }

    /** Writes down what is said of the mail with this id, if it is here; what weighs less than what was said before does not count. */
    public void tell(String id, Fate fate) {
        database.write(session -> {
            List<String> lighter = Stream.of(Fate.values())
                    .filter(other -> other.compareTo(fate) < 0)
                    .map(Fate::name)
                    .toList();
            PreparedStatement update =
                    session.prepare("update mail set fate = ? where id = ? and instr(?, ' ' || fate || ' ') > 0");
            update.setString(1, fate.name());
            update.setString(2, id);
            update.setString(3, " " + String.join(" ", lighter) + " ");
            return update.executeUpdate();
        });
    }

    @Override
    public void close() {
        database.close();
    }

    private void createTable() {
        database.write(session -> {
            session.execute("""
                    create table if not exists mail (
                        number integer primary key autoincrement, id text not null unique, recipient text not null,
                        subject text not null, text text not null, html text, headers text not null,
                        at integer not null, deliveries integer not null default 1)""");
            session.execute("create index if not exists mail_of_recipient on mail (recipient, number)");
            // Came later than the first mailboxes.
            add(session, "reports_to", "text");
            add(session, "fate", "text not null default 'DELIVERED'");
            return null;
        });
    }

    private static void add(Session session, String column, String type) throws SQLException {
        PreparedStatement known = session.prepare("select 1 from pragma_table_info('mail') where name = ?");
        known.setString(1, column);
        try (ResultSet row = known.executeQuery()) {
            if (!row.next()) {
                session.execute("alter table mail add column %s %s".formatted(column, type));
            }
        }
    }

    private int store(Session session, Mail mail) throws SQLException {
        PreparedStatement insert = session.prepare("""
                insert into mail (id, recipient, subject, text, html, headers, at, reports_to)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set deliveries = deliveries + 1""");
        insert.setString(1, mail.id());
        insert.setString(2, mail.to().value());
        insert.setString(3, mail.subject());
        insert.setString(4, mail.text());
        if (mail.html() == null) {
            insert.setNull(5, Types.VARCHAR);
        } else {
            insert.setString(5, mail.html());
        }
        insert.setString(
                6,
                mail.headers().entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue())
                        .collect(Collectors.joining("\n")));
        insert.setLong(7, clock.millis());
        insert.setString(8, mail.reportsTo());
        insert.executeUpdate();
        PreparedStatement forget =
                session.prepare("delete from mail where number <= (select max(number) from mail) - ?");
        forget.setInt(1, capacity);
        return forget.executeUpdate();
    }

    private static List<ReceivedMail> received(PreparedStatement select) throws SQLException {
        List<ReceivedMail> mails = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Mail mail = new Mail(
                        row.getString("id"),
                        new EmailAddress(row.getString("recipient")),
                        row.getString("subject"),
                        row.getString("text"),
                        row.getString("html"),
                        headers(row.getString("headers")),
                        row.getString("reports_to"));
                mails.add(new ReceivedMail(
                        row.getLong("number"),
                        mail,
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getInt("deliveries"),
                        Fate.valueOf(row.getString("fate"))));
            }
        }
        return mails;
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1));
        });
        return headers;
    }
}
