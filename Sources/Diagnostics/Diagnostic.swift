/// One finding about the input: what, how bad, where.
///
/// The summary never holds a name or a narrative. It may quote dates, codes, headings and numbers. What a record
/// itself says is kept apart in ``value`` and is shown only to someone who asks for it.
///
///     Diagnostic(
///         id: "event.date.impossible",
///         severity: .error,
///         summary: "date '31/02/2019' is not in the calendar",
///         place: Place(path: "school.csv", line: 4, column: 1)
///     )
public struct Diagnostic: Sendable, Hashable {
    /// The stable name of the kind of finding, such as `event.date.impossible`.
    public var id: String
    /// How much it matters.
    public var severity: Severity
    /// One line, no full stop, the most specific words first, no personal content.
    public var summary: String
    /// Where it was found; `nil` when it is about the whole input.
    public var place: Place?
    /// What to do about it, when one step is likely.
    public var suggestion: String?
    /// What the record says, for `--show-values` only.
    public var value: String?

    /// Makes a finding from its parts.
    ///
    /// A summary or suggestion may quote a heading or date that has a line end or another control in it; a space stands
    /// in its place.
    public init(
        id: String,
        severity: Severity,
        summary: String,
        place: Place? = nil,
        suggestion: String? = nil,
        value: String? = nil
    ) {
        self.id = id
        self.severity = severity
        self.summary = Self.oneLine(summary)
        self.place = place
        self.suggestion = suggestion.map(Self.oneLine)
        self.value = value
    }

    private static func oneLine(_ text: String) -> String {
        func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }
        guard text.utf8.contains(where: isControl) else { return text }
        return String(decoding: text.utf8.map { isControl($0) ? 0x20 : $0 }, as: UTF8.self)
    }
}
