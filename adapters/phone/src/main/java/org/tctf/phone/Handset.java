package org.tctf.phone;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.phone.Medium;
import org.tctf.kernel.phone.PhoneMessage;
import org.tctf.kernel.phone.PhoneTransport;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.Session;
import org.tctf.sqlite.SqliteDatabase;

/**
 * A phone on this machine for all numbers: what the platform texts and says when no provider is configured. It keeps the
 * newest {@value #CAPACITY} messages, each once by its id, and counts how often it came. A message is on disk when {@link
 * #send} returns. Safe for concurrent use.
 */
public final class Handset implements PhoneTransport, AutoCloseable {
    /** How many messages it keeps. */
    public static final int CAPACITY = 10_000;

    private static final String COLUMNS = "number, id, medium, recipient, language, text, at, deliveries";

    private final SqliteDatabase database;
    private final InstantSource clock;
    private final int capacity;

    private Handset(SqliteDatabase database, InstantSource clock, int capacity) {
        this.database = database;
        this.clock = clock;
        this.capacity = capacity;
    }

    /** The phone in this file; a new one if there is no such file. */
    public static Handset open(Path file, InstantSource clock) {
        return open(file, clock, CAPACITY);
    }

    static Handset open(Path file, InstantSource clock, int capacity) {
        Handset handset = new Handset(SqliteDatabase.open(file, Durability.FULL), clock, capacity);
        handset.createTable();
        return handset;
    }

    @Override
    public String name() {
        return "handset";
    }

    @Override
    public void send(PhoneMessage message) {
        try {
            database.write(session -> store(session, message));
        } catch (RuntimeException notStored) {
            throw new Unavailable(name(), notStored);
        }
    }

    /**
     * Messages, newest first.
     *
     * @param to only those to this number; absent for all
     * @param before only those with a lower {@link ReceivedMessage#number()}; absent to begin with the newest
     * @param limit at most so many
     */
    public List<ReceivedMessage> newest(@Nullable PhoneNumber to, @Nullable Long before, int limit) {
        return database.read(session -> {
            PreparedStatement select = session.prepare(
                    "select " + COLUMNS
                            + " from handset where (?1 is null or recipient = ?1) and number < ?2 order by number desc limit ?3");
            select.setString(1, to == null ? null : to.value());
            select.setLong(2, before == null ? Long.MAX_VALUE : before);
            select.setInt(3, limit);
            return received(select);
        });
    }

    /** The message with this id. */
    public Optional<ReceivedMessage> get(String id) {
        return database.read(session -> {
            PreparedStatement select = session.prepare("select " + COLUMNS + " from handset where id = ?");
            select.setString(1, id);
            return received(select).stream().findFirst();
        });
    }

    @Override
    public void close() {
        database.close();
    }

    private void createTable() {
        database.write(session -> {
            session.execute("""
                    create table if not exists handset (
                        number integer primary key autoincrement, id text not null unique, medium text not null,
                        recipient text not null, language text not null, text text not null,
                        at integer not null, deliveries integer not null default 1)""");
            session.execute("create index if not exists handset_of_recipient on handset (recipient, number)");
            return null;
        });
    }

    private int store(Session session, PhoneMessage message) throws SQLException {
        PreparedStatement insert = session.prepare("""
                insert into handset (id, medium, recipient, language, text, at) values (?, ?, ?, ?, ?, ?)
                on conflict (id) do update set deliveries = deliveries + 1""");
        insert.setString(1, message.id());
        insert.setString(2, message.medium().name());
        insert.setString(3, message.to().value());
        insert.setString(4, message.language().toLanguageTag());
        insert.setString(5, message.text());
        insert.setLong(6, clock.millis());
        insert.executeUpdate();
        PreparedStatement forget =
                session.prepare("delete from handset where number <= (select max(number) from handset) - ?");
        forget.setInt(1, capacity);
        return forget.executeUpdate();
    }

    private static List<ReceivedMessage> received(PreparedStatement select) throws SQLException {
        List<ReceivedMessage> messages = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                PhoneMessage message = new PhoneMessage(
                        row.getString("id"),
                        Medium.valueOf(row.getString("medium")),
                        new PhoneNumber(row.getString("recipient")),
                        Locale.forLanguageTag(row.getString("language")),
                        row.getString("text"));
                messages.add(new ReceivedMessage(
                        row.getLong("number"),
                        message,
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getInt("deliveries")));
            }
        }
        return messages;
    }
}
