import Diagnostics

/// What an extract or a bundle says of one child.
struct ExtractChild: Sendable {
    /// The identifier.
    let id: String
    var name: String?
    var alsoKnownAs: [String] = []
    /// The dates as they are written, each with its place.
    var birth: (text: String, place: Place)?
    var expectedBirth: (text: String, place: Place)?
    var death: (text: String, place: Place)?
}
