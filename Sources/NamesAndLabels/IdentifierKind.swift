/// A kind of number or address that tells who somebody is.
public enum IdentifierKind: String, Sendable, Hashable, CaseIterable {
    /// An address for e-mail.
    case email
    /// A unique pupil number, with its check letter.
    case upn
    /// An NHS number, with its check digit.
    case nhsNumber
    /// A postcode.
    case postcode
    /// A telephone number.
    case phone
    /// A number that the family table gives to a person.
    case listed

    /// What its label begins with.
    var label: String {
        switch self {
        case .email: "E-mail"
        case .upn: "UPN"
        case .nhsNumber: "NHS number"
        case .postcode: "Postcode"
        case .phone: "Phone"
        case .listed: "Number"
        }
    }
}

/// A number or address in a flow of text.
struct FoundIdentifier: Sendable, Hashable {
    let range: Range<Int>
    let kind: IdentifierKind
    /// The number without the ways of writing it.
    let key: String
    /// As it is written.
    let text: String
    /// Whether it has the form of such a number and a wrong check letter.
    var isDoubtful = false
}
