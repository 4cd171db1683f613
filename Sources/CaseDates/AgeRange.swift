/// How old a child was at an event: a range where the date of the event or of the birth is uncertain.
public struct AgeRange: Sendable, Hashable {
    /// The youngest that the child can have been; `nil` when the event's start is open.
    public let youngest: Age?
    /// The oldest that the child can have been; `nil` when the event's end is open.
    public let oldest: Age?
    /// Whether the event lies wholly after the child's death.
    public let isAfterDeath: Bool

    /// Returns the age at an event, or `nil` when the event has no date or neither birth nor expected date is known.
    public init?(at event: EventDate, of birth: Birth) {
        guard event.isDated else { return nil }
        let youngest = event.earliest.flatMap {
            Age(on: $0, born: birth.born?.latest, expected: birth.expected?.latest)
        }
        let oldest = event.latest.flatMap {
            Age(on: $0, born: birth.born?.earliest, expected: birth.expected?.earliest)
        }
        guard youngest != nil || oldest != nil else { return nil }
        self.youngest = youngest
        self.oldest = oldest
        if let start = event.earliest, let died = birth.died?.latest {
            isAfterDeath = start > died
        } else {
            isAfterDeath = false
        }
    }

    /// The age in words: "2 years 1 month", "2 years 1 month to 2 years 3 months", "from 5 weeks", "up to 1 year";
    /// "after death" and no age once the child has died.
    public var words: String {
        if isAfterDeath { return "after death" }
        return switch (youngest, oldest) {
        case (let youngest?, let oldest?) where youngest == oldest: youngest.words
        case (let youngest?, let oldest?): "\(youngest.words) to \(oldest.words)"
        case (let youngest?, nil): "from \(youngest.words)"
        case (nil, let oldest?): "up to \(oldest.words)"
        case (nil, nil): ""
        }
    }
}
