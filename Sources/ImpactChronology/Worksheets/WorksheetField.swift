/// What a worker can add to an event in a worksheet; each is a column of it.
public enum WorksheetField: String, Sendable, Hashable, CaseIterable {
    case impact = "Impact"
    case physicalImpact = "Physical impact"
    case emotionalImpact = "Emotional impact"
    case psychologicalImpact = "Psychological impact"
    case socialImpact = "Social impact"
    case voice = "Child's voice"
    case significance = "Significance"
    case bearing = "Strength or concern"
    case disputed = "Disputed"
    case decision = "Decision"
    case decisionDate = "Decision date"

    /// The part of a child's life that a column of impact is about; `nil` for any other.
    public var domain: Impact.Domain? {
        switch self {
        case .impact: .general
        case .physicalImpact: .physical
        case .emotionalImpact: .emotional
        case .psychologicalImpact: .psychological
        case .socialImpact: .social
        case .voice, .significance, .bearing, .disputed, .decision, .decisionDate: nil
        }
    }
}
