/// Where an event stands in a document.
struct EventAnchor {
    /// The identifier of its row.
    let id: String
    /// Its number in the table; `nil` where the table shows none.
    let number: String?
}
