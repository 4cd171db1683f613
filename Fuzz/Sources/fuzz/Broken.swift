/// Something that must hold of every reading, and does not.
struct Broken: Hashable {
    /// In a word; finds are counted by it.
    let kind: String
    /// What was found.
    let detail: String

    init(_ kind: String, _ detail: String = "") {
        self.kind = kind
        self.detail = detail
    }
}
