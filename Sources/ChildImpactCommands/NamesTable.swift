import DataFormats
import Diagnostics
import EventFiles
import NamesAndLabels

/// A table of names that `--names` gives: Name, Also known as, Label, and Role if there is one.
enum NamesTable {
    /// Reads the people of a table.
    ///
    /// - Throws: ``ReadError`` when the file cannot be read, ``UsageError`` when it has no column for names.
    static func people(at path: String) throws -> [ListedPerson] {
        var reader = CSVReader(DecodedText(try FileSystem.bytes(at: path)).utf8)
        guard let headings = reader.next()?.cells.map({ HeadingTable.folded($0.text) }),
            let names = headings.firstIndex(of: "name")
        else {
            throw UsageError(
                message: "--names needs a CSV file with the heading Name, and if you like Also known as and Label"
            )
        }
        var people: [ListedPerson] = []
        while let record = reader.next() {
            func cell(_ place: Int?) -> String {
                place.map { $0 < record.cells.count ? record.cells[$0].text : "" } ?? ""
            }
            let name = trimmed(cell(names))
            let known = cell(headings.firstIndex(of: "also known as")).split(whereSeparator: { ";|\n".contains($0) })
                .map { trimmed(String($0)) }.filter { !$0.isEmpty }
            let label = trimmed(cell(headings.firstIndex(of: "label")))
            if record.cells.allSatisfy({ trimmed($0.text).isEmpty }) { continue }
            if name.isEmpty {
                throw ListFault(path: path, line: record.cells.first?.line, message: "a name is empty")
            }
            people.append(
                ListedPerson(
                    name: name,
                    alsoKnownAs: known,
                    label: label.isEmpty ? nil : label,
                    role: trimmed(cell(headings.firstIndex(of: "role")))
                )
            )
        }
        return people
    }

    /// The text without blanks around it.
    static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}

/// A row of a list that cannot be used.
struct ListFault: Error, Hashable {
    let path: String
    let line: Int?
    let message: String

    var diagnostic: Diagnostic {
        Diagnostic(
            id: "anonymise.names.row",
            severity: .error,
            summary: message,
            place: Place(path: path, line: line),
            suggestion: "give the whole name"
        )
    }
}
