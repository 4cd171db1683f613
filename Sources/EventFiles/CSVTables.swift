import DataFormats
import Diagnostics

/// Reads a text file as a table.
struct CSVTables {
    /// Returns the rows of the file, and what was found in its bytes.
    static func rows(of file: SourceFile, options: ReadOptions) -> (rows: [[TableCell]], diagnostics: [Diagnostic]) {
        let text = DecodedText(file.bytes ?? [], as: options.encoding)
        var diagnostics = findings(on: text, in: file)
        var reader = CSVReader(text.utf8, delimiter: knownDelimiter(text.utf8, options))
        var rows: [[TableCell]] = []
        while let record = reader.next() {
            for fault in record.faults { diagnostics.append(finding(fault, in: file)) }
            rows.append(record.cells.map { TableCell(text: $0.text, line: $0.line, column: $0.column) })
        }
        return (rows, diagnostics)
    }

    /// The separator under which the most headings are known; `nil` where none is, and where the file states its own.
    ///
    /// Headings are a better sign than counts: a file of three rows may hold more semicolons in its narrative than
    /// separators.
    private static func knownDelimiter(_ bytes: [UInt8], _ options: ReadOptions) -> UInt8? {
        guard !bytes.starts(with: "sep=".utf8) else { return nil }
        let sample = Array(bytes.prefix(32_768))
        var best: (delimiter: UInt8, match: HeadingMatch)?
        for delimiter in CSVReader.delimiters where sample.contains(delimiter) {
            var reader = CSVReader(sample, delimiter: delimiter)
            var seen = 0
            while seen < TableReader.mostTitleRows, let record = reader.next() {
                seen += 1
                let match = TableReader.bestMatch(record.cells.map(\.text), options)
                guard match.count > 1, best.map({ match.isBetter(than: $0.match) }) ?? true else { continue }
                best = (delimiter, match)
                if match.isComplete { break }
            }
            if best?.match.isComplete ?? false { break }
        }
        return best?.delimiter
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
                    summary:
                        "\(count(text.faultsReplaced, "faulty character")) shown as U+FFFD in \(text.encoding.rawValue)",
                    place: Place(path: file.name)
                )
            )
        }
        if text.encoding == .windows1252, text.firstFault != nil, text.faultsReplaced > 0 {
            findings.append(
                Diagnostic(
                    id: "text.faulty",
                    severity: .error,
                    summary:
                        "\(count(text.faultsReplaced, "byte")) without a meaning in Windows-1252 and shown as U+FFFD",
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
