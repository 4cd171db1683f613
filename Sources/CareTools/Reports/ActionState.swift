import CaseDates

/// How an action stands on a day.
///
/// Red is worked out from the dates and never taken from a form: an action whose day has passed is late, whatever colour
/// was ticked before.
public enum ActionState: String, Sendable, Hashable, CaseIterable {
    /// Its day has passed and it is not done.
    case red
    /// It is under way and in time.
    case amber
    /// It is done.
    case green
    /// It is not started yet, and in time.
    case grey

    /// The colour and what it means.
    public var words: String {
        switch self {
        case .red: "Red: out of timescale"
        case .amber: "Amber: on track"
        case .green: "Green: done"
        case .grey: "Grey: not started"
        }
    }
}
