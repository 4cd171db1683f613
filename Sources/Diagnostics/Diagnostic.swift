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
        self.summary = summary
        self.place = place
        self.suggestion = suggestion
        self.value = value
    }
}
