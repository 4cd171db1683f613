import CareTools

/// What each item and score looks at: whether an item is shown on other answers, a score on its inputs.
struct DependencyGraph {
    private let nodes: [Reference]
    private var edges: [Reference: [Reference]] = [:]
    private var isDone: Set<Reference> = []
    private var found: [[Reference]] = []

    init(_ tool: Tool) {
        nodes = tool.items.map { .item($0.id) } + tool.scores.map { .score($0.id) }
        for section in tool.sections { add(section, []) }
        for score in tool.scores { edges[.score(score.id)] = score.inputs.map(\.reference) }
    }

    private mutating func add(_ section: Section, _ outer: [Reference]) {
        let references = outer + (section.condition?.references ?? [])
        for item in section.items { edges[.item(item.id)] = references + (item.condition?.references ?? []) }
        for section in section.sections { add(section, references) }
    }

    /// The ways round which something depends on itself, each once, beginning with its first item or score.
    mutating func loops() -> [[Reference]] {
        for node in nodes {
            var path: [Reference] = []
            visit(node, &path)
        }
        return found
    }

    private mutating func visit(_ node: Reference, _ path: inout [Reference]) {
        if let start = path.firstIndex(of: node) {
            found.append(Array(path[start...]))
            return
        }
        guard !isDone.contains(node) else { return }
        path.append(node)
        for next in edges[node] ?? [] { visit(next, &path) }
        path.removeLast()
        isDone.insert(node)
    }
}
