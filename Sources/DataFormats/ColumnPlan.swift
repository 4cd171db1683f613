/// One column of a sheet to be written.
public struct ColumnPlan: Sendable, Hashable {
    /// How the cells of a column look.
    public enum Style: Sendable, Hashable {
        /// Plain.
        case plain
        /// Bold, for what the eye looks for.
        case strong
        /// Small and grey, for what only a program needs.
        case quiet
    }

    /// The heading.
    public var heading: String
    /// The width in figures of the usual size, at most 255.
    public var width: Double
    /// Whether the cells are not meant to be changed: they are grey with dotted lines, and on a protected sheet locked.
    public var isLocked = false
    /// How the cells look.
    public var style = Style.plain
    /// What appears beside the heading and the cells when they are chosen, at most 255 characters; none when blank.
    public var guidance = ""
    /// What the cells choose from; `nil` when anything goes.
    public var choices: ChoicesPlan?

    /// Makes a column.
    public init(_ heading: String, width: Double = 16, guidance: String = "", choices: ChoicesPlan? = nil) {
        self.heading = heading
        self.width = width
        self.guidance = guidance
        self.choices = choices
    }
}
