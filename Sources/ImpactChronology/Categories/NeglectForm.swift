/// The forms of neglect.
///
/// Horwath's six, as practice guidance in England uses them.
public enum NeglectForm: String, Sendable, Hashable, CaseIterable {
    case physical, emotional, medical, nutritional, educational, supervision
}
