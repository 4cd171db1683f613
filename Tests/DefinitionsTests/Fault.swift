import Definitions
import Diagnostics

/// One fault of a definition: its line and its words.
struct Fault: Hashable {
    var line: Int?
    var summary: String

    init(_ line: Int?, _ summary: String) {
        self.line = line
        self.summary = summary
    }
}

extension DefinitionFaults {
    var found: [Fault] {
        diagnostics.map { Fault($0.place?.line, $0.summary) }
    }
}

extension DefinitionSource {
    /// The built-in definitions with one file replaced.
    init(_ path: String, _ text: String) {
        self.init(replacements: [path: Array(text.utf8)])
    }
}
