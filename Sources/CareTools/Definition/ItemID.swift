/// The stable identifier of an item, such as `hygiene.body`; it is the `linkId` of FHIR.
public struct ItemID: Sendable, Hashable {
    /// The identifier as it is written.
    public let text: String

    /// Makes an identifier.
    public init(_ text: String) {
        self.text = text
    }
}
