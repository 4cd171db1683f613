/// What an event meant for a child.
public struct Impact: Sendable, Hashable {
    /// The part of a child's life that is affected.
    public enum Domain: String, Sendable, Hashable, CaseIterable {
        case general, physical, emotional, psychological, social
    }

    /// The child; `nil` for all the children that the event is about.
    public var child: PersonID?
    /// The part of life.
    public var domain: Domain
    /// The impact in the words of the source.
    public var text: String

    /// Makes an impact.
    public init(child: PersonID?, domain: Domain, text: String) {
        self.child = child
        self.domain = domain
        self.text = text
    }
}
