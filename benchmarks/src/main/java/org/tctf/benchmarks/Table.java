package org.tctf.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A Markdown table on a stream, a row as soon as it is known. */
final class Table {
    private final PrintStream out;

    Table(PrintStream out, String title, String... columns) {
        this.out = out;
        out.printf("%n### %s%n%n| %s |%n|%s%n", title, String.join(" | ", columns), "---|".repeat(columns.length));
    }

    void row(Object... cells) {
        out.printf(
                "| %s |%n",
                String.join(" | ", List.of(cells).stream().map(Table::text).toList()));
    }

    private static String text(Object cell) {
        return cell instanceof Double number
                ? String.format(Locale.ROOT, number >= 100 ? "%.0f" : "%.2f", number)
                : cell.toString();
    }
}
