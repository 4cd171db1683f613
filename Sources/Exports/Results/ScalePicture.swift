import CareTools
import DataFormats

/// A picture of values on one scale: a row for each, drawn as SVG that needs no script.
///
/// Every mark has a shape of its own, so that nothing depends on colour; the numbers stand beside it, and in a table
/// that follows it.
struct ScalePicture {
    /// One row.
    struct Row {
        let label: String
        /// How far it is moved in.
        let depth: Int
        let marks: [Mark]
        /// The value in words.
        let words: String
    }

    /// Something that is drawn at a value.
    enum Mark {
        /// A value that counts.
        case value(ExactNumber)
        /// A value that something else stands in the place of, and that one.
        case replaced(ExactNumber, by: ExactNumber)
        /// One answer on a row of its own, and whether it decides.
        case answer(ExactNumber, isDeciding: Bool)
        /// Answers, and how many of them decide.
        case answers(ExactNumber, count: Int, isDeciding: Bool)
        /// An earlier value that nothing can be compared with.
        case first(ExactNumber)
        /// A way from an earlier value to the latest, over those between.
        case way([ExactNumber])
    }

    /// The identifier, which those of its parts begin with.
    let id: String
    let title: String
    let description: String
    let lowest: ExactNumber
    let highest: ExactNumber
    let polarity: Polarity
    let rows: [Row]

    private static let width = 790
    private static let track = (start: 320, end: 620)
    private static let top = 50

    /// The picture; where a screen is too narrow for it, it is moved sideways, so that its words stay legible.
    var node: HTMLNode {
        .element(.div, ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": title], picture)
    }

    private var picture: HTMLNode {
        var nodes = axis
        var y = Self.top
        for row in rows {
            nodes += draw(row, at: y)
            y += Self.height(of: row)
        }
        return .element(
            .svg,
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "scale", "role": "img",
                "aria-labelledby": "\(id)-title \(id)-desc", "viewBox": "0 0 \(Self.width) \(height)",
            ],
            [
                .element(.title, ["id": "\(id)-title"], .text(title)),
                .element(.desc, ["id": "\(id)-desc"], .text(description)),
            ] + nodes
        )
    }

    private var height: Int { Self.top + rows.reduce(0) { $0 + Self.height(of: $1) } + 4 }

    private static func height(of row: Row) -> Int {
        let hasAnswers = row.marks.contains { if case .answers = $0 { true } else { false } }
        return max(lines(row.label).count * 18 + 12, hasAnswers ? 42 : 30)
    }

    // MARK: The scale

    /// Where a value lies, in units of the picture.
    private func x(_ value: ExactNumber) -> String {
        guard let share = (value - lowest).divided(by: highest - lowest) else { return "\(Self.track.start)" }
        let length = ExactNumber(Self.track.end - Self.track.start)
        return (ExactNumber(Self.track.start) + share * length).rounded(Rounding(places: 1)).description
    }

    /// The values that are written above: all whole ones where there are few, else the ends and the middle.
    private var ticks: [ExactNumber] {
        let ends = highest - lowest
        if ends <= 10, lowest.rounded(Rounding(places: 0)) == lowest, ends.rounded(Rounding(places: 0)) == ends {
            var ticks = [lowest]
            while let last = ticks.last, last < highest { ticks.append(last + 1) }
            return ticks
        }
        let middle = (lowest + highest).divided(by: 2).map { [$0] } ?? []
        return ends.isZero ? [lowest] : [lowest] + middle + [highest]
    }

    private var axis: [HTMLNode] {
        let words: (String, String)? =
            switch polarity {
            case .higherIsWorse: ("better", "worse")
            case .higherIsBetter: ("worse", "better")
            case .none: nil
            }
        var nodes = ticks.flatMap { tick in
            [
                line(x(tick), Self.top - 8, x(tick), height - 4, class: "tick"),
                text(tick.description, x: x(tick), y: Self.top - 14, class: "number", anchor: "middle"),
            ]
        }
        if let words {
            nodes.append(text(words.0, x: "\(Self.track.start)", y: 14, class: "end", anchor: "middle"))
            nodes.append(text(words.1, x: "\(Self.track.end)", y: 14, class: "end", anchor: "middle"))
        }
        return nodes
    }

    // MARK: Rows

    private func draw(_ row: Row, at top: Int) -> [HTMLNode] {
        let lines = Self.lines(row.label)
        let middle = top + Self.height(of: row) / 2
        let hasAnswers = row.marks.contains { if case .answers = $0 { true } else { false } }
        let y = hasAnswers ? middle - 8 : middle
        let first = middle + 5 - (lines.count - 1) * 9
        var nodes = lines.enumerated().map { index, line in
            text(
                line,
                x: "\(row.depth * 16)",
                y: first + index * 18,
                class: row.depth == 0 ? "label strong" : "label",
                anchor: "start"
            )
        }
        nodes.append(line("\(Self.track.start)", y, "\(Self.track.end)", y, class: "track"))
        for mark in row.marks { nodes += draw(mark, y) }
        nodes.append(text(row.words, x: "\(Self.track.end + 20)", y: y + 5, class: "value", anchor: "start"))
        return nodes
    }

    private func draw(_ mark: Mark, _ y: Int) -> [HTMLNode] {
        switch mark {
        case .value(let value): return [diamond(value, y, class: "full")]
        case .replaced(let old, let new):
            return [
                line(x(old), y, x(new), y, class: "way"), diamond(old, y, class: "open"),
                diamond(new, y, class: "full"),
            ]
        case .answer(let value, let isDeciding):
            return [circle(value, y, radius: 6, class: isDeciding ? "full" : "open")]
        case .answers(let value, let count, let isDeciding):
            let dot = circle(value, y + 17, radius: 5, class: isDeciding ? "full" : "open")
            guard count > 1 else { return [dot] }
            return [
                dot,
                .element(
                    .svgText,
                    ["class": "count", "x": x(value), "dx": "9", "y": "\(y + 21)"],
                    .text("×\(count)")
                ),
            ]
        case .first(let value): return [circle(value, y, radius: 7, class: "open")]
        case .way(let values):
            guard let first = values.first, let last = values.last else { return [] }
            var nodes = first == last ? [] : [line(x(first), y, x(last), y, class: "way")]
            for value in values.dropFirst().dropLast() { nodes.append(circle(value, y, radius: 3, class: "full")) }
            if values.count > 1 { nodes.append(circle(first, y, radius: first == last ? 11 : 7, class: "open")) }
            return nodes + [diamond(last, y, class: "full")]
        }
    }

    // MARK: Shapes

    private func line(_ x1: String, _ y1: Int, _ x2: String, _ y2: Int, class name: String) -> HTMLNode {
        .element(.line, ["class": name, "x1": x1, "y1": "\(y1)", "x2": x2, "y2": "\(y2)"])
    }

    private func text(_ words: String, x: String, y: Int, class name: String, anchor: String) -> HTMLNode {
        .element(.svgText, ["class": name, "x": x, "y": "\(y)", "text-anchor": anchor], .text(words))
    }

    private func circle(_ value: ExactNumber, _ y: Int, radius: Int, class name: String) -> HTMLNode {
        .element(.circle, ["class": name, "cx": x(value), "cy": "\(y)", "r": "\(radius)"])
    }

    private func diamond(_ value: ExactNumber, _ y: Int, class name: String) -> HTMLNode {
        .element(
            .path,
            ["class": name, "d": "M0 -9L9 0L0 9L-9 0Z", "transform": "translate(\(x(value)) \(y))"]
        )
    }

    /// A label on lines that fit before the scale.
    private static func lines(_ label: String) -> [String] {
        var lines: [String] = []
        for word in label.split(separator: " ") {
            if let last = lines.last, last.count + word.count < 36 {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.isEmpty ? [""] : lines
    }
}
