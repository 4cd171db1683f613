import DataFormats
import Diagnostics

/// Reads a text file as a table.
struct CSVTables {
    /// Returns the rows of the file, and what was found in its bytes.
    static func rows(of file: SourceFile, options: ReadOptions) -> (rows: [[TableCell]], diagnostics: [Diagnostic]) {
        let text = DecodedText(file.bytes, as: options.encoding)
        var diagnostics = findings(on: text, in: file)
        var reader = CSVReader(text.utf8)
        var rows: [[TableCell]] = []
        while let record = reader.next() {
            for fault in record.faults { diagnostics.append(finding(fault, in: file)) }
            rows.append(record.cells.map { TableCell(text: $0.text, line: $0.line, column: $0.column) })
        }
        return (rows, diagnostics)
    }

    private static func findings(on text: DecodedText, in file: SourceFile) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if let fault = text.firstFault {
            let place = Place(path: file.name, line: fault.line, column: fault.column)
            findings.append(
                text.encoding == .windows1252
                    ? Diagnostic(
                        id: "text.windows1252",
                        severity: .note,
                        summary: "not UTF-8 from here on; the file is read as Windows-1252",
                        place: place,
                        suggestion: "if accents look wrong, give the encoding with --encoding"
                    )
                    : Diagnostic(
                        id: "text.utf8.faulty",
                        severity: .error,
                        summary: "not valid UTF-8; \(count(text.faultsReplaced, "faulty byte")) shown as U+FFFD",
                        place: place,
                        suggestion: "give the encoding with --encoding"
                    )
            )
        } else if text.faultsReplaced > 0 {
            findings.append(
                Diagnostic(
                    id: "text.faulty",
                    severity: .error,
                    summary: "\(count(text.faultsReplaced, "faulty character")) shown as U+FFFD in \(text.encoding.rawValue)",
                    place: Place(path: file.name)
                )
            )
        }
        if text.encoding == .windows1252, text.firstFault != nil, text.faultsReplaced > 0 {
            findings.append(
                Diagnostic(
                    id: "text.faulty",
                    severity: .error,
                    summary: "\(count(text.faultsReplaced, "byte")) without a meaning in Windows-1252 shown as U+FFFD",
                    place: Place(path: file.name)
                )
            )
        }
        if text.controlsReplaced > 0 {
            findings.append(
                Diagnostic(
                    id: "text.controls",
                    severity: .warning,
                    summary: "\(count(text.controlsReplaced, "control character")) shown as U+FFFD",
                    place: Place(path: file.name)
                )
            )
        }
        return findings
    }

    private static func finding(_ fault: CSVRecord.Fault, in file: SourceFile) -> Diagnostic {
        switch fault {
        case .unclosedQuote(let line, let column):
            Diagnostic(
                id: "csv.quote.unclosed",
                severity: .error,
                summary: "a quote is opened here and never closed; it is read as text",
                place: Place(path: file.name, line: line, column: column)
            )
        case .textAfterQuote(let line, let column):
            Diagnostic(
                id: "csv.quote.textAfter",
                severity: .warning,
                summary: "text stands behind a closing quote; it is kept",
                place: Place(path: file.name, line: line, column: column)
            )
        }
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? " is" : "s are")"
    }
}
