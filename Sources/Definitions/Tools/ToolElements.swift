import CareTools
import DataFormats

/// The elements that the parts of a tool were read from, so that every fault has its place.
struct ToolElements {
    let root: XMLElement
    var items: [ItemID: XMLElement] = [:]
    var sections: [String: XMLElement] = [:]
    var scales: [String: XMLElement] = [:]
    var scores: [ScoreID: XMLElement] = [:]
    var alerts: [String: XMLElement] = [:]
    /// The element of each condition, with the item, section, alert or step that it belongs to.
    var conditions: [(owner: Owner, condition: Condition, element: XMLElement)] = []

    /// What a condition belongs to.
    enum Owner: Hashable {
        case item(ItemID)
        case section(String)
        case alert(String)
        case step(String)
    }

    init(_ root: XMLElement) {
        self.root = root
    }
}
