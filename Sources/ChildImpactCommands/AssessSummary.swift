import CareTools

/// What answers come to, in a few lines.
struct AssessSummary {
    private let result: Result

    init(_ result: Result) {
        self.result = result
    }

    /// The alerts first, then the scores, the suggestion, and what is not known.
    var text: String {
        var text = ""
        for alert in result.alerts {
            text += "alert: \(alert.title)\n" + alert.text.map { WrappedText.lines($0, indent: 2) }.joined()
        }
        return text
    }
}
