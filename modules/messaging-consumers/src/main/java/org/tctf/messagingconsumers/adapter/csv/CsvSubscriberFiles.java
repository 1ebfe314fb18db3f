package org.tctf.messagingconsumers.adapter.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.application.subscriber.SubscriberFiles;
import org.tctf.messagingconsumers.domain.subscriber.Attributes;
import org.tctf.messagingconsumers.domain.subscriber.Import;
import org.tctf.messagingconsumers.domain.subscriber.ImportRow;
import org.tctf.messagingconsumers.domain.subscriber.Profile;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** The first line names the columns: {@code email}, and perhaps {@code name}, {@code language} and attributes. */
@Singleton
public class CsvSubscriberFiles implements SubscriberFiles {
    private static final List<String> KNOWN = List.of("country", "city", "plan", "tier");
    private static final Pattern LANGUAGE = Pattern.compile("en|fr|es|de|it|pt");

    /** What a spreadsheet would take for a formula (CWE-1236). */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

    @Override
    public Read read(String file) {
        List<ImportRow> rows = new ArrayList<>();
        List<Import.Fault> faults = new ArrayList<>();
        Set<EmailAddress> seen = new HashSet<>();
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                .detectBomHeader(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofNamedCsvRecord(file.startsWith("\uFEFF") ? file.substring(1) : file)) {
            for (NamedCsvRecord line : lines) {
                requireColumns(line.getHeader());
                if (rows.size() + faults.size() == Import.MAX_ROWS) {
                    throw Problem.invalid(
                            "TOO_MANY_ROWS", "A file has at most %d lines; send several.".formatted(Import.MAX_ROWS));
                }
                long number = line.getStartingLineNumber();
                try {
                    ImportRow row = row(number, line);
                    if (seen.add(row.email())) {
                        rows.add(row);
                    } else {
                        faults.add(new Import.Fault(number, "DUPLICATE", "This address is in the file already."));
                    }
                } catch (Problem wrong) {
                    faults.add(new Import.Fault(number, wrong.code(), wrong.detail()));
                }
            }
        } catch (CsvParseException broken) {
            throw invalid("this is no CSV in UTF-8");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (rows.isEmpty() && faults.isEmpty()) {
            throw invalid("it needs a line of column names, and one for each subscriber");
        }
        return new Read(List.copyOf(rows), List.copyOf(faults));
    }

    @Override
    public String write(List<Subscriber> subscribers) {
        StringWriter out = new StringWriter();
        try (CsvWriter lines = CsvWriter.builder().build(out)) {
            lines.writeRecord("email", "name", "language", "country", "city", "plan", "tier", "lists", "others");
            for (Subscriber subscriber : subscribers) {
                lines.writeRecord(fields(subscriber));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private static void requireColumns(List<String> columns) {
        if (!columns.contains("email") || new HashSet<>(columns).size() < columns.size()) {
            throw invalid("the first line names the columns, each once, and one of them is email");
        }
        for (String column : columns) {
            if (!Set.of("email", "name", "language").contains(column) && !Attributes.isName(column)) {
                throw invalid(
                        "'%.40s' is no column; use email, name, language, or a word like country".formatted(column));
            }
        }
    }

    private static ImportRow row(long number, NamedCsvRecord line) {
        if (line.getFieldCount() != line.getHeader().size()) {
            throw Problem.invalid(
                    "COLUMNS",
                    "The line has %d fields, the first has %d."
                            .formatted(line.getFieldCount(), line.getHeader().size()));
        }
        Map<String, String> attributes = new TreeMap<>(line.getFieldsAsMap());
        attributes.keySet().removeAll(Set.of("email", "name", "language"));
        attributes.values().removeIf(String::isBlank);
        String name = field(line, "name");
        String language = field(line, "language");
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw Problem.invalid("INVALID_LANGUAGE", "A language is en, fr, es, de, it or pt.");
        }
        Profile checked = new Profile(name, Language.of(language), new Attributes(attributes), false);
        return new ImportRow(
                number,
                new EmailAddress(line.getField("email")),
                checked.name(),
                language == null ? null : checked.language(),
                checked.attributes());
    }

    private static @Nullable String field(NamedCsvRecord line, String name) {
        return line.findField(name).filter(value -> !value.isBlank()).orElse(null);
    }

    private static List<String> fields(Subscriber subscriber) {
        Map<String, String> attributes =
                new TreeMap<>(subscriber.profile().attributes().values());
        List<String> fields = new ArrayList<>();
        fields.add(subscriber.email().value());
        fields.add(harmless(subscriber.profile().name()));
        fields.add(subscriber.profile().language().tag());
        KNOWN.forEach(name -> fields.add(harmless(attributes.remove(name))));
        fields.add(subscriber.lists().keySet().stream()
                .filter(subscriber::isOn)
                .sorted()
                .collect(Collectors.joining(" ")));
        fields.add(attributes.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; ")));
        return fields;
    }

    private static String harmless(@Nullable String value) {
        return value == null ? "" : FORMULA.matcher(value).find() ? "'" + value : value;
    }

    private static Problem invalid(String why) {
        return Problem.invalid("INVALID_CSV", "The file cannot be read: %s.".formatted(why));
    }
}
