package org.yicheng.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Reads and writes tables: CSV in UTF-8 or GB18030, XLSX. The first row names the columns. */
public final class Sheets {

    public static final int MOST_BYTES = 10_000_000;
    public static final int MOST_ROWS = 20_000;
    public static final int MOST_COLUMNS = 64;

    /** What a spreadsheet takes for a formula, and what is quoted as one already. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r]");

    static {
        ZipSecureFile.setMinInflateRatio(0.01);
    }

    private Sheets() {}

    /**
     * A table as read.
     *
     * @param rows by column name; {@code number} as a spreadsheet counts, the header is row 1
     */
    public record Table(List<String> columns, List<Line> rows, String encoding) {}

    /** One row. */
    public record Line(int number, Map<String, String> cells) {
        /** The cell of a column, trimmed; an empty string if there is none. */
        public String get(String column) {
            return Optional.ofNullable(cells.get(column)).map(String::strip).orElse("");
        }
    }

    /** Reads a file, whatever of the three it is. */
    public static Ruling<Table> read(byte[] content) {
        if (content.length > MOST_BYTES) {
            return Ruling.refused(
                    Refusal.at("file", "document.file-too-large", "value", content.length, "most", MOST_BYTES));
        }
        boolean zip = content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3;
        return zip ? xlsx(content) : csv(content);
    }

    private static Ruling<Table> csv(byte[] content) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(content))
                        .toString();
                return csv(text.startsWith("\uFEFF") ? text.substring(1) : text, charset.name());
            } catch (CharacterCodingException e) {
                continue; // the next encoding
            }
        }
        return Ruling.refused(Refusal.at("file", "document.encoding-unknown"));
    }

    private static Ruling<Table> csv(String text, String encoding) {
        try (var parser =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get().parse(new StringReader(text))) {
            List<List<String>> rows = new ArrayList<>();
            for (CSVRecord record : parser) {
                rows.add(record.stream().map(Sheets::unquoted).toList());
                if (rows.size() > MOST_ROWS + 1) {
                    break;
                }
            }
            return table(rows, encoding);
        } catch (IOException | UncheckedIOException e) {
            return Ruling.refused(Refusal.at("file", "document.table-broken", "why", String.valueOf(e.getMessage())));
        }
    }

    private static Ruling<Table> xlsx(byte[] content) {
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(content))) {
            DataFormatter format = new DataFormatter();
            List<List<String>> rows = new ArrayList<>();
            for (Row row : book.getSheetAt(0)) {
                // A row that was never written into is not stored: it still counts.
                while (rows.size() < Math.min(row.getRowNum(), MOST_ROWS + 2)) {
                    rows.add(List.of());
                }
                if (rows.size() > MOST_ROWS + 1) {
                    break;
                }
                rows.add(cells(row, format));
            }
            return table(rows, "XLSX");
        } catch (IOException | RuntimeException e) {
            return Ruling.refused(Refusal.at("file", "document.table-broken", "why", String.valueOf(e.getMessage())));
        }
    }

    private static List<String> cells(Row row, DataFormatter format) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getLastCellNum(), MOST_COLUMNS + 1); i++) {
            Cell cell = row.getCell(i, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL);
            cells.add(cell == null ? "" : text(cell, format));
        }
        return cells;
    }

    /**
     * As the spreadsheet shows it, but a day always as 2021-09-01, with a time of day as 2021-09-01T14:30: how it is shown
     * depends on the program.
     */
    private static String text(Cell cell, DataFormatter format) {
        if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            LocalDateTime at = cell.getLocalDateTimeCellValue();
            return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? at.toLocalDate().toString()
                    : at.toString();
        }
        return format.formatCellValue(cell);
    }

    private static Ruling<Table> table(List<List<String>> rows, String encoding) {
        if (rows.isEmpty()) {
            return Ruling.refused(Refusal.at("file", "document.table-empty"));
        }
        List<String> columns = rows.getFirst().stream().map(String::strip).toList();
        if (rows.size() - 1 > MOST_ROWS || columns.size() > MOST_COLUMNS) {
            return Ruling.refused(Refusal.at(
                    "file",
                    "document.table-too-large",
                    "rows",
                    rows.size() - 1,
                    "columns",
                    columns.size(),
                    "mostRows",
                    MOST_ROWS,
                    "mostColumns",
                    MOST_COLUMNS));
        }
        List<Line> lines = new ArrayList<>(rows.size());
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).stream().allMatch(String::isBlank)) {
                continue; // a blank row says nothing
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int c = 0; c < Math.min(columns.size(), rows.get(i).size()); c++) {
                cells.put(columns.get(c), rows.get(i).get(c));
            }
            lines.add(new Line(i + 1, cells));
        }
        if (lines.isEmpty()) {
            return Ruling.refused(Refusal.at("file", "document.table-empty"));
        }
        return Ruling.granted(new Table(columns, lines, encoding));
    }

    /**
     * A CSV file for spreadsheets: UTF-8 with byte order mark; a leading = + - @ is quoted away as a formula, but a
     * whole number is left as it is.
     */
    public static byte[] csv(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        text.append('\uFEFF');
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(header);
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(Sheets::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A spreadsheet with one sheet, every cell as text. */
    public static byte[] xlsx(List<String> header, List<List<String>> rows) {
        return xlsx(header, rows, Sheets::write);
    }

    /** The same, with numbers that can be reckoned with: what is written as a decimal of up to 15 digits is one. */
    public static byte[] figures(List<String> header, List<List<String>> rows) {
        return xlsx(header, rows, Sheets::writeFigures);
    }

    private static byte[] xlsx(List<String> header, List<List<String>> rows, BiConsumer<Row, List<String>> write) {
        try (SXSSFWorkbook book = new SXSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet();
            sheet.createFreezePane(0, 1);
            write(sheet.createRow(0), header);
            for (int i = 0; i < rows.size(); i++) {
                write.accept(sheet.createRow(i + 1), rows.get(i));
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Row row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            row.createCell(i).setCellValue(cells.get(i));
        }
    }

    private static void writeFigures(Row row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            boolean number = cells.get(i).length() < 16 && cells.get(i).matches("-?\\d+(\\.\\d+)?");
            if (number) {
                row.createCell(i).setCellValue(Double.parseDouble(cells.get(i)));
            } else {
                row.createCell(i).setCellValue(cells.get(i));
            }
        }
    }

    private static String harmless(String cell) {
        boolean formula = FORMULA.matcher(cell).lookingAt();
        return formula && !cell.matches("-\\d+") ? "'" + cell : cell;
    }

    /** What {@link #harmless} wrote, as it was. */
    private static String unquoted(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell.substring(1)).lookingAt() ? cell.substring(1) : cell;
    }
}
