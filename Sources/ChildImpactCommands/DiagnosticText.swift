import Diagnostics

/// Findings as lines for a terminal: `path:line:column: error: summary`.
enum DiagnosticText {
    /// Returns one finding on one line, with the path as the user named it.
    static func line(_ diagnostic: Diagnostic, paths: [String: String], showsValues: Bool) -> String {
        var line = ""
        if var place = diagnostic.place {
            place.path = paths[place.path] ?? place.path
            line += "\(place): "
        }
        line += "\(diagnostic.severity.rawValue): \(diagnostic.summary)"
        if let suggestion = diagnostic.suggestion { line += "; \(suggestion)" }
        if showsValues, let value = diagnostic.value { line += " [\(value)]" }
        return visible(line)
    }

    /// Returns the findings of a run, the errors first where not all are shown.
    ///
    /// At most `most` of each severity are listed; severities that are not in `shown` are only counted, but for the
    /// findings of the kinds in `always`.
    static func lines(
        _ diagnostics: [Diagnostic],
        paths: [String: String],
        showsValues: Bool,
        shown: Set<Severity>,
        always: Set<String> = [],
        most: Int,
        restIsIn rest: String
    ) -> String {
        var text = ""
        var hiddenCounts: [Severity: Int] = [:]
        var listedCounts: [Severity: Int] = [:]
        for diagnostic in diagnostics {
            let severity = diagnostic.severity
            guard shown.contains(severity) || always.contains(diagnostic.id), listedCounts[severity, default: 0] < most
            else {
                hiddenCounts[severity, default: 0] += 1
                continue
            }
            listedCounts[severity, default: 0] += 1
            text += line(diagnostic, paths: paths, showsValues: showsValues) + "\n"
        }
        for severity in Severity.allCases {
            let hidden = hiddenCounts[severity, default: 0]
            guard hidden > 0 else { continue }
            let more = listedCounts[severity, default: 0] > 0 ? " more" : ""
            text += "child-impact: \(hidden)\(more) \(severity.rawValue)\(hidden == 1 ? "" : "s"); \(rest)\n"
        }
        return text
    }

    /// Lines with controls shown as what they are, but for the ends of lines.
    static func visibleLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }.joined(
            separator: "\n"
        )
    }

    /// The text with controls shown as what they are, so that no record can steer a terminal.
    static func visible(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: shown.append("\u{FFFD}")
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }
}
