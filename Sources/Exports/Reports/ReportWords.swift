public import CareTools  // It speaks of reports.
import CaseDates

/// What every report says of itself, whatever its form.
public enum ReportWords {
    /// How small counts are treated, a sentence each.
    public static func suppression(_ report: Report) -> [String] {
        guard !report.options.showsSmallCounts else {
            return [
                "Small counts are shown. This report is for use inside the agency only and must not be passed on."
            ]
        }
        return [
            "c stands for a count that is not shown: it is 1 to 5, or a count of 1 to 5 could be worked out from it. 0 is "
                + "always shown.",
            "No percentage is given where its count or the whole is not shown.",
            "Two reports over almost the same files can be subtracted from each other: pass on one, not both.",
        ]
    }

    /// How counts are to be read, a sentence each.
    public static let counts = [
        "Every count stands with the whole that it is a part of, as n of m. Percentages are worked out from exact counts and "
            + "have one decimal place, halves up; shares may not add up to 100. Of 0 there is no percentage.",
        "A count says how often something was written down. It does not say why, and it predicts nothing.",
    ]

    /// What the words of others mean for whoever gets the report; `nil` where none are shown.
    public static func words(_ report: Report) -> String? {
        report.options.showsWords
            ? "What was written is shown because it was asked for. Read it before you pass this on: people may have named "
                + "someone." : nil
    }

    /// The months that a part covers.
    public static func period(_ part: ReportPart) -> String {
        guard let from = part.from, let to = part.to else { return "No day of completion is known" }
        return from == to ? "\(from)" : "\(from) to \(to)"
    }

    /// How long a reason may be before it is cut.
    private static let longest = 160

    /// What there is to say of the sources, a sentence each.
    ///
    /// How many were used would give away a total that is hidden, and so would the number of files, as each often holds one.
    public static func sources(_ sources: ReportSources, of report: Report) -> [String] {
        let used =
            report.options.showsSmallCounts
            ? "Files with answers: \(sources.files). Sets of answers used: \(sources.used). " : ""
        var words = ["\(used)Sets of answers not used: \(sources.refused)."]
        words += sources.reasons.map { reason in
            let times = "\(reason.count) \(reason.count == 1 ? "time" : "times")"
            return reason.words.count > longest
                ? "Fault, \(times): \(reason.words.prefix(longest))… (the whole stands in the messages of the run)."
                : "Fault, \(times): \(reason.words)."
        }
        return words
    }
}
