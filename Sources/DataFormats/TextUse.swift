/// What a text is for, as far as it decides what may be written in it.
public enum TextUse: String, Sendable, Hashable {
    /// Words for people.
    case prose
    /// An identifier, an address or the name of a part: no blanks and no brackets may stand in it.
    case identifier
    /// An attribute of an Office part, which is seldom for people.
    case markup
    /// A formula of a workbook, in which the names of sheets may stand.
    case formula
}
