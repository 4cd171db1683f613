/// How near the source was to the event.
///
/// Courts give hearsay less weight when it is denied: *Re A* [2015] EWFC 11,
/// https://www.bailii.org/ew/cases/EWFC/HCJ/2015/11.html
public enum Directness: String, Sendable, Hashable, CaseIterable {
    /// The writer saw or heard it.
    case firstHand = "first-hand"
    /// Someone told the writer.
    case reported
    /// It came through more than one person.
    case multiple
}
