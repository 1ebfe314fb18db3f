package org.tctf.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place of a data folder that holds what was looked for: a row of any table of any database there, queues and dead
 * letters included, or a file's name.
 *
 * @param row all of the row's columns
 */
public record Leftover(String needle, String file, String table, String row) {
    private static final Pattern EXPIRY = Pattern.compile("\"expiresAt\":(\\d{10})\\b");

    /** Every place that holds one of these, in any case. */
    public static List<Leftover> of(Path folder, List<String> needles) {
        List<Leftover> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                search(name, "", name, needles, found);
                if (isDatabase(file)) {
                    rows(file, name, needles, found);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    /** Whether it is an item whose time is over: nobody reads it any more, and the store removes it when it gets to it. */
    public boolean hasExpired(Instant now) {
        Matcher expiry = EXPIRY.matcher(row);
        return expiry.find()
                && !Instant.ofEpochSecond(Long.parseLong(expiry.group(1))).isAfter(now);
    }

    public boolean isIn(String wanted) {
        return table.equals(wanted);
    }

    public boolean says(String word) {
        return row.contains(word);
    }

    private static void rows(Path file, String name, List<String> needles, List<Leftover> found) {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery("select name from sqlite_master where type = 'table'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select * from \"%s\"".formatted(table))) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        StringBuilder row = new StringBuilder();
                        for (int i = 1; i <= columns; i++) {
                            Object value = rows.getObject(i);
                            row.append(
                                            value instanceof byte[] bytes
                                                    ? new String(bytes, StandardCharsets.UTF_8)
                                                    : value)
                                    .append(" | ");
                        }
                        search(name, table, row.toString(), needles, found);
                    }
                }
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException(name, unreadable);
        }
    }

    private static void search(String file, String table, String text, List<String> needles, List<Leftover> found) {
        String folded = text.toLowerCase(Locale.ROOT);
        for (String needle : needles) {
            if (folded.contains(needle.toLowerCase(Locale.ROOT))) {
                found.add(new Leftover(needle, file, table, text));
            }
        }
    }

    private static boolean isDatabase(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(15), StandardCharsets.US_ASCII).equals("SQLite format 3");
        }
    }
}
