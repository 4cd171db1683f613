import Diagnostics

extension Diagnostic {
    static func unknownCode(_ code: String, _ column: String, _ list: CodeList, _ place: Place) -> Diagnostic {
        Diagnostic(
            id: "extract.code.unknown",
            severity: .warning,
            summary: "\(quoted(code)) under \(column) is not in the list of codes '\(list.id)'; it is kept as it is",
            place: place,
            value: code
        )
    }

    static func codeOfOtherYears(_ code: String, _ column: String, _ year: Int?, _ place: Place) -> Diagnostic {
        Diagnostic(
            id: "extract.code.year",
            severity: .note,
            summary: "the code \(quoted(code)) under \(column) is not one of \(year.map(String.init) ?? "this year")",
            place: place,
            value: code
        )
    }

    /// A code in quotes; what is no code is not quoted, as it may be what a record says, such as a first name.
    private static func quoted(_ code: String) -> String {
        let isPlain =
            code.utf8.count <= 6
            && code.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            }
        let isCode = isPlain && (code.utf8.count <= 2 || code.utf8.contains { (0x30...0x39).contains($0) })
        return isCode ? "'\(code)'" : "what stands"
    }
}
