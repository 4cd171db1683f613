import CaseDates
import Diagnostics

/// A chronology that is no table: paragraphs that begin with a date, each with the text up to the next of them.
///
///     June 2018 - First assessment
///     The family was known to …
struct DatedParagraphs {
    /// A paragraph that says something, with its number in the document.
    struct Paragraph {
        let text: String
        let number: Int
    }

    /// The rows, one for each dated paragraph; `nil` where there is none.
    private(set) var table: Table?
    private(set) var diagnostics: [Diagnostic] = []

    init(_ paragraphs: [Paragraph], in file: SourceFile, part: TablePart?, options: ReadOptions) {
        var events: [(date: String, what: String, number: Int)] = []
        var before = 0
        for paragraph in paragraphs {
            if let (date, rest) = Self.dated(paragraph.text, options.dates) {
                events.append((date, rest, paragraph.number))
            } else if events.isEmpty {
                before += 1
            } else {
                events[events.count - 1].what +=
                    (events[events.count - 1].what.isEmpty ? "" : "\n") + paragraph.text.trimmed
            }
        }
        if before > 0 {
            diagnostics.append(
                Diagnostic(
                    id: "paragraphs.undated",
                    severity: .note,
                    summary: events.isEmpty
                        ? "no paragraph begins with a date; \(before) are not read"
                        : "\(before) paragraph\(before == 1 ? "" : "s") before the first date \(before == 1 ? "is" : "are") not read",
                    place: Place(path: file.name)
                )
            )
        }
        guard !events.isEmpty else { return }
        let fields: [Field] = [.date, .event]
        table = Table(
            file: file,
            part: part,
            mapping: TableMapping(kind: .events, headings: fields.map(\.rawValue), columns: [.date: 0, .event: 1]),
            headings: fields.map(\.rawValue),
            rows: events.map { event in
                .cells([event.date, event.what].map { TableCell(text: $0, line: event.number, column: nil) })
            },
            refused: [],
            fault: nil
        )
    }

    /// The marks that part a date from what follows.
    private static let marks = [" - ", " – ", " — ", ": ", ":\t", "\t", " -", " –", ":"]

    /// Returns the date at the beginning of a paragraph and what follows it.
    ///
    /// The longest beginning that is a date and nothing else counts, so that "March 2018 - June 2018 - in care" begins
    /// with a span.
    private static func dated(_ text: String, _ dates: DateReader) -> (date: String, rest: String)? {
        let text = text.trimmed
        var best: (date: String, rest: String)?
        var faulty: (date: String, rest: String)?
        if isDate(text, dates) { return (text, "") }
        var index = text.startIndex
        var length = 0
        while index < text.endIndex, length < 60 {
            if let mark = marks.first(where: { text[index...].hasPrefix($0) }) {
                let date = String(text[..<index])
                let rest = String(text[index...].dropFirst(mark.count)).trimmed
                if isDate(date, dates) {
                    best = (date, rest)
                } else if faulty == nil, isFaultyDate(date, dates) {
                    faulty = (date, rest)
                }
            }
            index = text.index(after: index)
            length += 1
        }
        if let found = best ?? faulty { return found }
        return isFaultyDate(text, dates) ? (text, "") : nil
    }

    private static func isDate(_ text: String, _ dates: DateReader) -> Bool {
        guard text.utf8.count <= 60, text.utf8.contains(where: { (0x30...0x39).contains($0) }),
            text.unicodeScalars.allSatisfy(isOfDates),
            let date = try? dates.read(text), date.value != nil
        else { return false }
        return !date.notes.contains { [.wordsOutside, .notHappened, .otherKind, .paragraphNumber].contains($0) }
    }

    /// Whether a character is one that dates are written with; a line of a table in plain text has others.
    private static func isOfDates(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.isWhitespace || ("0"..."9").contains(scalar)
            || "/.-–—,?~()'’&".unicodeScalars.contains(scalar)
    }

    /// Whether a text is a day that the calendar does not have, or one with the month first.
    ///
    /// It begins a row too, which is then rejected; else it would vanish in the row above.
    private static func isFaultyDate(_ text: String, _ dates: DateReader) -> Bool {
        guard text.utf8.count <= 30, let byte = text.utf8.first, (0x30...0x39).contains(byte),
            text.split(whereSeparator: \.isWhitespace).count <= 3
        else { return false }
        do throws(DateFault) {
            _ = try dates.read(text)
            return false
        } catch {
            return error.kind == .impossible || error.kind == .american
        }
    }
}
