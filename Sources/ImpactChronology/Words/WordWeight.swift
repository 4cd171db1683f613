/// How much a word or phrase says when two accounts share it.
public enum WordWeight: String, Sendable, Hashable, CaseIterable {
    /// It says nothing, such as "the".
    case ignored
    /// It stands in records of all kinds, such as "visit"; all weak ones together weigh as one.
    case weak
    /// It says something.
    case ordinary
    /// It stands in few records, such as "methadone".
    case telling
}
